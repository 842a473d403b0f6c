//! The log of sent notifications, as the cabinet of UIS shows it.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde::Serialize;

use super::kind::Kind;
use super::template::Carrier;
use crate::uis::calls::SessionId;

/// How many lines the log keeps.
const KEPT: usize = 1000;

/// What became of a notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// The customer's server answered.
    Answered {
        /// HTTP status.
        status: u16,
        /// The beginning of the body.
        body: String,
    },
    /// Nobody answered.
    Failed {
        /// Why.
        reason: String,
    },
    /// Lost on the way.
    Lost,
    /// No address to send to is configured.
    NowhereToSend,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// Grows by one with each line.
    pub number: u64,
    /// When it was sent.
    pub at: Timestamp,
    /// The kind.
    pub event: Kind,
    /// The call it is about.
    pub session: SessionId,
    /// The employee it names.
    pub employee: Option<String>,
    /// GET, POST JSON or POST form.
    pub carrier: Carrier,
    /// The body as it went out.
    pub body: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// The last lines.
#[derive(Debug, Default)]
pub(in crate::uis) struct Log {
    lines: VecDeque<Sent>,
    written: u64,
}

impl Log {
    /// Writes a line and gives it its number.
    pub(in crate::uis) fn write(&mut self, mut line: Sent) {
        self.written += 1;
        line.number = self.written;
        self.lines.push_back(line);
        if self.lines.len() > KEPT {
            self.lines.pop_front();
        }
    }

    /// The lines, oldest first.
    pub(in crate::uis) fn lines(&self) -> impl DoubleEndedIterator<Item = &Sent> {
        self.lines.iter()
    }
}
