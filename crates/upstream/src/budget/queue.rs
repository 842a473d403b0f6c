//! The queue of a budget and its arithmetic, without waiting: who is next, and when.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::{BudgetOptions, BudgetState, Priority, WaitingCounts};

/// Planfix refreshes `X-RateLimit-Remaining` about every ten minutes (Planfix help): what it said
/// holds that long, then one request may go and ask anew.
const REMAINDER_HOLDS: SignedDuration = SignedDuration::from_mins(10);

/// A place in the queue. Orders by urgency, then by arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ticket {
    priority: Reverse<Priority>,
    number: u64,
}

/// What a ticket's holder does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Sends.
    Now,
    /// Waits until the moment, then asks again; `why` tells what holds it.
    At(Timestamp, Hold),
    /// Waits for others to go first.
    AfterOthers,
}

/// What holds the first in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// The rate.
    Rate,
    /// The account asked for silence.
    Pause,
    /// What is left of the day is kept for more urgent requests.
    Reserve,
}

#[derive(Debug)]
pub(super) struct Queue {
    options: BudgetOptions,
    waiting: BTreeSet<Ticket>,
    next_number: u64,
    next_at: Timestamp,
    paused_until: Timestamp,
    remainder: Option<Remainder>,
}

/// What is known of the day's remainder.
#[derive(Debug, Clone, Copy)]
struct Remainder {
    /// The account's own last word.
    told: u64,
    /// The same less what we have sent since it changed.
    left: u64,
    /// Until when it counts.
    holds_until: Timestamp,
}

impl Queue {
    pub(super) fn new(options: BudgetOptions) -> Self {
        Self {
            options,
            waiting: BTreeSet::new(),
            next_number: 0,
            next_at: Timestamp::MIN,
            paused_until: Timestamp::MIN,
            remainder: None,
        }
    }

    pub(super) fn enter(&mut self, priority: Priority) -> Ticket {
        let ticket = Ticket { priority: Reverse(priority), number: self.next_number };
        self.next_number += 1;
        self.waiting.insert(ticket);
        ticket
    }

    pub(super) fn leave(&mut self, ticket: Ticket) {
        self.waiting.remove(&ticket);
    }

    /// Whose turn it is. [`Turn::Now`] has spent the request.
    pub(super) fn turn(&mut self, ticket: Ticket, now: Timestamp) -> Turn {
        if self.waiting.first() != Some(&ticket) {
            return Turn::AfterOthers;
        }
        let holds = [
            (self.paused_until, Hold::Pause),
            (self.reserved_until(ticket.priority.0), Hold::Reserve),
            (self.next_at, Hold::Rate),
        ];
        if let Some((until, hold)) = holds.into_iter().find(|(until, _)| *until > now) {
            return Turn::At(until, hold);
        }
        self.waiting.remove(&ticket);
        self.spend(ticket.priority.0, now);
        Turn::Now
    }

    fn spend(&mut self, priority: Priority, now: Timestamp) {
        self.next_at = later(now, self.options.interval);
        let probes = self.below_reserve(priority);
        if let Some(remainder) = &mut self.remainder {
            remainder.left = remainder.left.saturating_sub(1);
            if probes {
                remainder.holds_until = later(now, REMAINDER_HOLDS);
            }
        }
    }

    fn below_reserve(&self, priority: Priority) -> bool {
        self.remainder.is_some_and(|known| known.left < self.options.reserve.kept_from(priority))
    }

    fn reserved_until(&self, priority: Priority) -> Timestamp {
        match self.remainder {
            Some(known) if self.below_reserve(priority) => known.holds_until,
            _ => Timestamp::MIN,
        }
    }

    pub(super) fn pause(&mut self, wait: SignedDuration, now: Timestamp) {
        self.paused_until = self.paused_until.max(later(now, wait));
    }

    /// Takes the account's word. The same word again is an old one: our own count is nearer the truth.
    pub(super) fn remaining(&mut self, told: u64, now: Timestamp) {
        match &self.remainder {
            Some(known) if known.told == told && known.holds_until > now => {}
            _ => {
                let holds_until = later(now, REMAINDER_HOLDS);
                self.remainder = Some(Remainder { told, left: told, holds_until });
            }
        }
    }

    pub(super) fn state(&self, now: Timestamp) -> BudgetState {
        let mut waiting = WaitingCounts::default();
        self.waiting.iter().for_each(|ticket| waiting.count(ticket.priority.0));
        BudgetState {
            remaining: self.remainder.map(|known| known.left),
            paused_until: Some(self.paused_until).filter(|until| *until > now),
            waiting,
        }
    }
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(Timestamp::MAX)
}
