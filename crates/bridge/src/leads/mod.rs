//! A lead: from a form of the site to a contact and a task in Planfix.
//!
//! Follow it file by file: [`poll`] (what UIS's report shows) and [`event`] (what comes in by either way),
//! [`flow`] (a step), [`course`] (what is made of it, by [`crate::entities`]), [`lane`] (what is remembered).

mod course;
mod desk;
mod event;
mod flow;
mod kept;
mod known;
mod lane;
mod pace;
mod poll;
mod rehearse;
mod seen;
mod window;

use domain::LaneKind;

pub(crate) use event::REPORTED;
pub(crate) use event::event_of;
pub(crate) use flow::LeadFlow;
pub(crate) use known::{made_task_of, variables_of};
pub(crate) use poll::LeadPoll;
pub(crate) use rehearse::rehearse;

/// The kind of lanes that leads run in: `lead/501`.
pub(crate) const LANE: &str = LaneKind::Lead.as_str();
