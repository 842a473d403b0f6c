//! A call: from the notifications of UIS to the cards, the history and the task in Planfix.
//!
//! Follow it file by file: [`notification`] (what came in), [`live`] (a step while the call goes on:
//! acquaintance, filter, cards), [`afterwards`] (a step after its end: report, decision,
//! which asks its [`questions`]), [`task`] (the task and the fields), [`effects`] (how the planned writes are carried out).

mod acquaint;
mod afterwards;
mod cards;
mod clicked;
mod contact;
mod effects;
mod flow;
mod known;
mod lane;
mod live;
mod notification;
mod prospect;
mod questions;
mod records;
mod recovered;
mod rehearse;
mod report;
mod results;
mod summary;
mod task;
mod wake;

use domain::LaneKind;

pub use effects::CallEffect;
pub(crate) use effects::unreadable as unreadable_effect;
pub use flow::CallFlow;
pub(crate) use known::{made_task_of, reported_communication, variables_of};
pub use notification::event_of;
pub(crate) use rehearse::rehearse;
pub(crate) use report::report_of;

/// The kind of lanes that calls run in: `call/1001`.
pub const LANE: &str = LaneKind::Call.as_str();

/// The event that UIS asked for the client's manager during the call.
pub(crate) const MANAGER_ASKED: &str = "manager_asked";

/// The event that the report told of a call which no notification had told of.
pub(crate) const REPORTED: &str = "call_reported";
