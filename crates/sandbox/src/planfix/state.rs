//! What one lock guards: the company, the ledger and what is still to be done.

use jiff::Timestamp;

use super::company::Company;
use super::rest;
use super::webchat::Talks;
use crate::ledger::{Entry, Ledger};

/// A change that was promised with 202.
#[derive(Debug, Clone)]
struct Queued {
    due: Timestamp,
    request: rest::Request,
}

/// The whole simulated Planfix.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) company: Company,
    pub(crate) ledger: Ledger,
    pub(crate) budget: rest::Budget,
    pub(crate) talks: Talks,
    queued: Vec<Queued>,
}

impl State {
    /// Before anything happened.
    pub(super) fn new() -> Self {
        Self {
            company: Company::new(),
            ledger: Ledger::default(),
            budget: rest::Budget::default(),
            talks: Talks::default(),
            queued: Vec::new(),
        }
    }

    /// Writes a line into the ledger.
    pub(super) fn note(&mut self, entry: Entry) {
        self.ledger.push(entry);
    }

    /// Keeps a change for later.
    pub(super) fn queue(&mut self, due: Timestamp, request: rest::Request) {
        self.queued.push(Queued { due, request });
    }

    /// Makes the promised changes whose time has come; true when there were any.
    pub(super) fn make_due_changes(&mut self, now: Timestamp) -> bool {
        let queued = std::mem::take(&mut self.queued);
        let (due, later): (Vec<Queued>, Vec<Queued>) =
            queued.into_iter().partition(|queued| queued.due <= now);
        self.queued = later;
        for queued in &due {
            let entry = rest::carry_out_queued(self, &queued.request, queued.due);
            self.note(entry);
        }
        !due.is_empty()
    }
}
