//! A call: what UIS tells of it, what is known of it, and what Planfix is shown of it.

mod card;
mod ending;
mod facts;
mod finish_reason;
mod note;
mod notice;
mod party;
mod report;
mod shown;
mod talks;

pub use card::{Card, CardStage, Direction, ExtraField, MissedReason, Record};
pub use ending::Ending;
pub use facts::CallFacts;
pub use finish_reason::missed_reason;
pub use note::CallNote;
pub use notice::{CallNotice, EmployeeRef, NoticeKind};
pub use party::Party;
pub use report::{CallReport, ReportedEmployee};
pub use shown::{Desk, Desks, PlannedCard, Shown, ShownCard, ShownStage};
