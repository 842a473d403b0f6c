//! Decisions: from settings and facts to what shall be done, and why. Pure: no clock, no I/O.

mod acquaintance;
mod answers;
mod assignee;
mod call;
mod call_conditions;
mod call_fields;
mod call_filter;
mod call_task;
mod chat_description;
mod creation;
mod description;
mod lead_description;
mod named;
mod text;
mod text_conditions;
mod text_creation;
mod wording;

pub use acquaintance::{Acquaintance, Source};
pub use answers::{Answer, Answers, KnownContact, KnownFields, KnownOpenTask, KnownTask, Question};
pub use assignee::{Assigned, AssignedBy, People, Wanted, assign_call, assign_text};
pub use call::{CallCase, CallOutcome, CallTaskPlan, PassedCall, decide_call, let_through};
pub use call_conditions::CallConditions;
pub use call_fields::{ChosenField, Occasion, choose_fields};
pub use call_filter::{Admission, admit, admit_call};
pub use call_task::{CallTask, call_task};
pub use chat_description::describe_chat;
pub use creation::{CallCreation, Make, create_for_call};
pub use description::describe_call;
pub use lead_description::describe_lead;
pub use named::Named;
pub use text::{
    Made, NewContactPlan, PassedText, TextCase, TextOutcome, TextTaskPlan, decide_text, is_settled,
};
pub use text_conditions::TextConditions;
pub use text_creation::{TextCreation, create_for_text};
