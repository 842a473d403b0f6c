//! What one lock guards: the company, the ledger and what is still to be done.

use jiff::Timestamp;

use super::automation::Queue;
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
    /// Requests of automatic scenarios.
    pub(crate) queue: Queue,
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
            queue: Queue::default(),
            queued: Vec::new(),
        }
    }

    /// Has the scenarios run that wait for what has just happened to tasks; true when any did.
    pub(super) fn run_scenarios(&mut self, now: Timestamp) -> bool {
        let touched = std::mem::take(&mut self.company.touched);
        let mut ran = false;
        for (id, event) in touched {
            let Some(task) = self.company.tasks.get(&id) else { continue };
            for scenario in &self.company.settings.scenarios {
                if task.object == Some(scenario.object) && scenario.event == event {
                    self.queue.add(scenario, task, now);
                    ran = true;
                }
            }
        }
        ran
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
