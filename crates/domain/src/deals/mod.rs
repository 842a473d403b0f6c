//! Deals of end-to-end analytics: what UIS is told of a task that is a deal, and when.
//!
//! [`decide`] turns what was seen of a task and what UIS was told last into the next row, or into the
//! reason why there is none. [`Funnel`] keeps the stages in step with the object's statuses.

mod amount;
mod decide;
mod funnel;
mod load;
mod note;
mod parties;
mod row;

pub use amount::{Amount, Money};
pub use decide::{Decision, Moment, Seen, TaskFacts, TaskStatus, decide};
pub use funnel::{FAILED, Funnel, FunnelChange, SUCCESS, Stage, StageKind, funnel_id};
pub use load::LoadStage;
pub use note::{Binding, DealNote};
pub use parties::{DealContact, DealEmployee, contact_id, employee_id};
pub use row::{Communication, CommunicationKind, DealRow};
