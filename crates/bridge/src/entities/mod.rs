//! The contact and the task of a communication of any kind.
//!
//! Leads and chats hand an [`Order`] to [`Making`], which finds the client's contact or makes one, once for
//! all communications of his ([`claim`]), and then the task. Calls use the same pieces one by one, since
//! Planfix makes their contacts itself. What is written is [`EntityEffect`].

mod claim;
mod contact;
mod effects;
mod fields;
mod late;
mod look;
mod making;
mod order;
mod questions;
mod rehearse;
mod send;
mod task;

pub(crate) use claim::take;
pub(crate) use contact::found;
pub use effects::EntityEffect;
pub(crate) use fields::{contact_values, task_values};
pub(crate) use late::{News, fill, update};
pub(crate) use look::look;
pub(crate) use making::{Ended, Making, Progress};
pub(crate) use order::Order;
pub(crate) use questions::{known_contact, open_task};
pub(crate) use rehearse::Past;
pub(crate) use send::send;
pub(crate) use task::{NewTaskPlan, nobody, plan_contact_fields, plan_task, plan_task_fields};
