//! What a script compiles to: moments, each with one thing that happens.

use serde::Serialize;

use crate::uis::calls::{LiveCall, ReportedCall, SessionId};
use crate::uis::company::EmployeeId;
use crate::uis::notify::{Kind, Variables};

/// What an employee's phone does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneState {
    /// It is silent.
    Resting,
    /// It rings, or dials out.
    Ringing,
    /// The employee talks.
    Talking,
}

/// A notification UIS wants to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notification {
    /// Its kind.
    pub kind: Kind,
    /// The call it is about.
    pub session: SessionId,
    /// Values for the customer's template; the time of sending is added when it is sent.
    pub variables: Variables,
}

/// One thing that happens at a moment of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The call appears in UIS.
    Begins(Box<LiveCall>),
    /// A phone changes its state.
    Phone {
        /// The call.
        session: SessionId,
        /// Whose phone.
        employee: EmployeeId,
        /// What it does now.
        state: PhoneState,
    },
    /// The customer is notified.
    Notifies(Box<Notification>),
    /// The call is over; its report rows appear after the report lag.
    Ends(Box<ReportedCall>),
    /// The recordings of a call that is over are ready: its report rows now show them.
    Recorded(Box<ReportedCall>),
}

/// A moment of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Seconds from the start of the script.
    pub after: i64,
    /// What happens.
    pub event: Event,
}

impl Step {
    /// The notification sent at this moment, if it is one.
    pub fn notification(&self) -> Option<&Notification> {
        match &self.event {
            Event::Notifies(notification) => Some(notification),
            Event::Begins(_) | Event::Phone { .. } | Event::Ends(_) | Event::Recorded(_) => None,
        }
    }
}
