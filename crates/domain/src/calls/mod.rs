//! A call: what UIS tells of it, and what Planfix is shown of it.

mod card;
mod notice;

pub use card::{Card, CardStage, Direction, MissedReason, Record};
pub use notice::{CallNotice, EmployeeRef, NoticeKind};
