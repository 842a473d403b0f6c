//! Decisions: from settings and facts to what shall be done, and why. Pure: no clock, no I/O.

mod acquaintance;
mod answers;
mod assignee;
mod call;
mod call_conditions;
mod call_fields;
mod call_filter;
mod call_task;
mod creation;
mod description;
mod wording;

pub use acquaintance::{Acquaintance, Source};
pub use answers::{Answer, Answers, KnownContact, KnownFields, KnownOpenTask, KnownTask, Question};
pub use assignee::{Assigned, AssignedBy, People, Wanted, assign_call};
pub use call::{CallCase, CallOutcome, CallTaskPlan, PassedCall, decide_call, let_through};
pub use call_conditions::CallConditions;
pub use call_fields::{ChosenField, Occasion, choose_fields};
pub use call_filter::{Admission, admit_call};
pub use call_task::{CallTask, call_task};
pub use creation::{CallCreation, Make, create_for_call};
pub use description::describe_call;
