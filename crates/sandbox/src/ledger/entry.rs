//! One line of the ledger.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use crate::Door;

/// What a request was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It only asks.
    Read,
    /// It is meant to change something.
    Write,
}

/// One request as it was received, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// When it was taken, by the sandbox's clock.
    pub at: Timestamp,
    /// Through which door it came.
    pub door: Door,
    /// What it was for.
    pub kind: Kind,
    /// The request in a few words.
    pub request: String,
    /// What it changed, or why the system chose to do nothing.
    pub effects: Vec<String>,
    /// With what it was refused.
    pub refusal: Option<String>,
    /// The fault that spoiled it.
    pub fault: Option<String>,
    /// Where it breaks the vendor's published interface.
    pub violations: Vec<String>,
}

impl Entry {
    /// A line about a request that went well and changed nothing yet.
    pub(crate) fn new(at: Timestamp, door: Door, kind: Kind, request: impl Into<String>) -> Self {
        Self {
            at,
            door,
            kind,
            request: request.into(),
            effects: Vec::new(),
            refusal: None,
            fault: None,
            violations: Vec::new(),
        }
    }

    /// Adds what the answer to a question was.
    pub(crate) fn answered(&mut self, answer: &str) {
        self.request.push_str(" -> ");
        self.request.push_str(answer);
    }

    /// True when the sender got an honest answer to an honest request.
    pub fn went_well(&self) -> bool {
        self.refusal.is_none() && self.fault.is_none() && self.violations.is_empty()
    }
}

impl fmt::Display for Entry {
    /// `tel  INCOMING 79031234567 -> 101 call 1001 => contact 501; card user:1`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<4} {}", self.door, self.request)?;
        if !self.effects.is_empty() {
            write!(f, " => {}", self.effects.join("; "))?;
        }
        if let Some(refusal) = &self.refusal {
            write!(f, " !! {refusal}")?;
        }
        if let Some(fault) = &self.fault {
            write!(f, " ~~ {fault}")?;
        }
        if !self.violations.is_empty() {
            write!(f, " ## {}", self.violations.join("; "))?;
        }
        Ok(())
    }
}
