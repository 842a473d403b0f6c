//! A call: what UIS tells of it, what is known of it, and what Planfix is shown of it.

mod card;
mod ending;
mod facts;
mod finish_reason;
mod note;
mod notice;
mod party;
mod plan_cards;
mod report;
mod shown;

pub use card::{Card, CardStage, Direction, MissedReason, Record};
pub use ending::Ending;
pub use facts::CallFacts;
pub use finish_reason::missed_reason;
pub use note::CallNote;
pub use notice::{CallNotice, EmployeeRef, NoticeKind};
pub use party::Party;
pub use plan_cards::{Desk, Desks, PlannedCard};
pub use report::{CallReport, ReportedEmployee};
pub use shown::{Shown, ShownCard, ShownStage};
