//! The use cases: what is done about a call, a lead.
//!
//! One folder a use case. Facts come from the clients in `uis` and `planfix`, decisions from
//! `domain::decide`, durability from `engine`; this crate joins them and adds no rule of its own.

mod accounts;
pub mod alerts;
pub mod analytics;
pub mod calls;
pub mod chats;
pub mod check;
pub mod choices;
pub mod click_to_call;
pub mod deals;
mod draft;
pub mod duties;
pub mod employees;
mod entities;
mod flows;
mod form;
pub mod health;
mod known;
mod leads;
mod made_task;
pub mod notification_bodies;
pub mod personal_manager;
pub mod planfix_chat;
mod post;
mod prospect;
pub mod reach;
mod reception;
pub mod reconcile;
pub mod rehearse;
mod scene;
mod start;
mod stored;
mod story;
mod verdict;
pub mod workspace;

pub use accounts::{Account, Accounts, AccountsOptions, Sharing, Staff};
pub use alerts::Alerts;
pub use duties::{Duties, Duty};
pub use employees::EmployeeSync;
pub use entities::EntityEffect;
pub use form::Answer;
pub use known::variables_of;
pub use planfix::pages as planfix_pages;
pub use reception::{Receipt, Reception};
pub use start::{Bridge, Parts, start};
pub use story::{note_text, reason_text};
pub use upstream::BudgetState;
pub use verdict::verdict;
pub use workspace::Workspace;
