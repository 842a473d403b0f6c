//! The use cases: what is done about a call.
//!
//! One folder a use case. Facts come from the clients in `uis` and `planfix`, decisions from
//! `domain::decide`, durability from `engine`; this crate joins them and adds no rule of its own.

mod accounts;
pub mod alerts;
pub mod calls;
pub mod check;
pub mod choices;
pub mod click_to_call;
pub mod duties;
pub mod employees;
mod flows;
pub mod health;
mod leads;
pub mod notification_bodies;
pub mod personal_manager;
mod post;
mod prospect;
pub mod reach;
mod reception;
pub mod reconcile;
pub mod rehearse;
mod start;
mod stored;
mod story;
mod verdict;

pub use accounts::{Account, Accounts, AccountsOptions, Sharing, Staff};
pub use alerts::Alerts;
pub use duties::{Duties, Duty};
pub use employees::EmployeeSync;
pub use planfix::pages as planfix_pages;
pub use reception::{Receipt, Reception};
pub use start::{Bridge, Parts, start};
pub use story::{note_text, reason_text};
pub use upstream::BudgetState;
pub use verdict::verdict;
