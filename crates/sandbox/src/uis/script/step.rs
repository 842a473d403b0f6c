//! What a script compiles to: moments, each with one thing that happens.

use serde::Serialize;

use super::parts::Leg;
use crate::uis::calls::{LiveCall, ReportedCall, SessionId};
use crate::uis::leads::ReportedLead;
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

/// What UIS asks the customer's CRM in the middle of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The call it is about.
    pub session: SessionId,
    /// Names and values: `numa`, `numb`, `cdr_id`, `call_session_id`, `start_time`, `input_result`.
    pub parameters: Vec<(&'static str, String)>,
    /// Which act of the script asks.
    pub(in crate::uis) act: usize,
    /// The second of the call.
    pub(in crate::uis) second: i64,
    /// The course of the call to which the question belongs.
    pub(in crate::uis) turn: u32,
}

/// One thing that happens at a moment of a call.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The call appears in UIS.
    Begins(Box<LiveCall>),
    /// A phone changes its state.
    Phone {
        /// The call.
        session: SessionId,
        /// Whose phone, and his part in the call so far.
        leg: Box<Leg>,
        /// What it does now.
        state: PhoneState,
    },
    /// The customer's phone begins to ring: the employee of an ordered call has picked up.
    Dials {
        /// The call.
        session: SessionId,
    },
    /// UIS asks who the caller's personal manager is; the reply decides how the call goes on.
    Asks(Box<Question>),
    /// The customer is notified.
    Notifies(Box<Notification>),
    /// The call is over; its report rows appear after the report lag.
    Ends(Box<ReportedCall>),
    /// The recordings of a call that is over are ready: its report rows now show them.
    Recorded(Box<ReportedCall>),
    /// A visitor leaves a lead; its report row appears after the lag.
    Left(Box<ReportedLead>),
}

impl Event {
    /// The call it belongs to; of a lead its communication.
    pub fn session(&self) -> SessionId {
        match self {
            Self::Begins(call) => call.session,
            Self::Phone { session, .. } | Self::Dials { session } => *session,
            Self::Asks(question) => question.session,
            Self::Notifies(notification) => notification.session,
            Self::Ends(call) | Self::Recorded(call) => call.session,
            Self::Left(lead) => SessionId(lead.communication),
        }
    }
}

/// A moment of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Seconds from the start of the script.
    pub after: i64,
    /// What happens.
    pub event: Event,
    /// Which course of the call it belongs to: once somebody takes a hand in the call, the steps of
    /// its former course do not happen any more.
    pub(in crate::uis) turn: u32,
}

impl Step {
    /// What happens at once, in the only course there is.
    pub(in crate::uis) fn first(event: Event) -> Self {
        Self { after: 0, event, turn: 0 }
    }

    /// The notification sent at this moment, if it is one.
    pub fn notification(&self) -> Option<&Notification> {
        match &self.event {
            Event::Notifies(notification) => Some(notification),
            _ => None,
        }
    }
}
