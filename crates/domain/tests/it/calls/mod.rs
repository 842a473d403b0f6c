//! Calls: what is known of them, and what is shown of them.

mod ending;
mod facts;
mod history;
mod incoming;
mod laws;
mod notes;
mod office;
mod outgoing;
mod road;
mod story;
mod talks;
mod troubled;

pub(crate) use story::{Call, MARIA, OLEG, PETR, at, report, reported};
