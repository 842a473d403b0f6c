//! The use cases: what is done about a call.
//!
//! One folder a use case. Facts come from the clients in `uis` and `planfix`, decisions from
//! `domain::decide`, durability from `engine`; this crate joins them and adds no rule of its own.

mod accounts;
pub mod analytics;
pub mod calls;
pub mod check;
pub mod choices;
pub mod click_to_call;
pub mod deals;
pub mod duties;
pub mod employees;
mod flows;
mod leads;
pub mod notification_bodies;
pub mod personal_manager;
mod reception;
pub mod reconcile;
mod start;
mod stored;
mod story;

pub use accounts::{Account, Accounts, AccountsOptions, Sharing, Staff};
pub use duties::{Duties, Duty};
pub use employees::EmployeeSync;
pub use reception::{Receipt, Reception};
pub use start::{Bridge, Parts, start};
pub use story::{note_text, reason_text};
pub use upstream::BudgetState;
