//! Who waits in this process, and who of them is next.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Priority, WaitingCounts};

/// A place in the queue. Orders by urgency, then by arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ticket {
    priority: Reverse<Priority>,
    number: u64,
}

impl Ticket {
    pub(super) fn priority(self) -> Priority {
        self.priority.0
    }
}

#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: BTreeSet<Ticket>,
    next_number: u64,
}

impl Queue {
    pub(super) fn enter(&mut self, priority: Priority) -> Ticket {
        let ticket = Ticket { priority: Reverse(priority), number: self.next_number };
        self.next_number += 1;
        self.waiting.insert(ticket);
        ticket
    }

    /// Gives the place up; says whether that makes another the first.
    pub(super) fn leave(&mut self, ticket: Ticket) -> bool {
        let was_first = self.is_first(ticket);
        self.waiting.remove(&ticket);
        was_first
    }

    pub(super) fn is_first(&self, ticket: Ticket) -> bool {
        self.waiting.first() == Some(&ticket)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub(super) fn counts(&self) -> WaitingCounts {
        let mut counts = WaitingCounts::default();
        self.waiting.iter().for_each(|ticket| counts.count(ticket.priority()));
        counts
    }
}
