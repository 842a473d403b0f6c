//! What is known of an account's allowance, and its arithmetic: when the next request may go.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{BudgetOptions, Priority, Reserve};

/// What the clocks of an account's nodes may differ by. What is written further ahead than that
/// explains comes from a clock gone wrong; believed, it would silence the account until then.
pub(super) const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_secs(3);

/// Planfix refreshes `X-RateLimit-Remaining` about every ten minutes (Planfix help): what it said
/// holds that long, then one request may go and ask anew.
const REMAINDER_HOLDS: SignedDuration = SignedDuration::from_mins(10);

/// What holds a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// The rate.
    Rate,
    /// The account asked for silence.
    Pause,
    /// What is left of the day is kept for more urgent requests.
    Reserve,
}

/// An account's allowance; a fresh one allows everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Meter {
    #[serde(skip_serializing_if = "Option::is_none")]
    next_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paused_until: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remainder: Option<Remainder>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u64>,
}

/// What is known of the day's remainder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Remainder {
    /// The account's own last word.
    told: u64,
    /// The same less what we have sent since it changed.
    left: u64,
    /// Until when it counts.
    holds_until: Timestamp,
}

impl Meter {
    /// What holds a request of this priority at the moment, and until when.
    pub(super) fn hold(
        &self,
        priority: Priority,
        at: Timestamp,
        options: &BudgetOptions,
    ) -> Option<(Timestamp, Hold)> {
        let believed = later(later(at, options.interval), CLOCKS_DIFFER);
        let holds = [
            (self.paused_until, Hold::Pause),
            (self.reserved_until(priority, options.reserve), Hold::Reserve),
            (self.next_at.filter(|next| *next <= believed), Hold::Rate),
        ];
        holds.into_iter().find_map(|(until, hold)| Some((until.filter(|until| *until > at)?, hold)))
    }

    /// A request goes now.
    pub(super) fn spend(&mut self, priority: Priority, now: Timestamp, options: &BudgetOptions) {
        self.next_at = Some(later(now, options.interval));
        let probes = self.below_reserve(priority, options.reserve);
        if let Some(remainder) = &mut self.remainder {
            remainder.left = remainder.left.saturating_sub(1);
            if probes {
                remainder.holds_until = later(now, REMAINDER_HOLDS);
            }
        }
    }

    fn below_reserve(&self, priority: Priority, reserve: Reserve) -> bool {
        self.remainder.is_some_and(|known| known.left < reserve.kept_from(priority))
    }

    fn reserved_until(&self, priority: Priority, reserve: Reserve) -> Option<Timestamp> {
        let known = self.remainder.filter(|_| self.below_reserve(priority, reserve))?;
        Some(known.holds_until)
    }

    /// A shorter pause does not end a longer one.
    pub(super) fn pause(&mut self, wait: SignedDuration, now: Timestamp) {
        self.paused_until = self.paused_until.max(Some(later(now, wait)));
    }

    /// Takes the account's word. The same word again is an old one: our own count is nearer the truth.
    pub(super) fn remaining(&mut self, told: u64, now: Timestamp) {
        self.most = self.most.max(Some(told));
        match &self.remainder {
            Some(known) if known.told == told && known.holds_until > now => {}
            _ => {
                let holds_until = later(now, REMAINDER_HOLDS);
                self.remainder = Some(Remainder { told, left: told, holds_until });
            }
        }
    }

    /// How many requests are left of the day, as far as is known.
    pub(super) fn left(&self) -> Option<u64> {
        self.remainder.map(|known| known.left)
    }

    /// The most that was ever told to be left.
    pub(super) fn most(&self) -> Option<u64> {
        self.most
    }

    /// Until when the account is silent, if it is.
    pub(super) fn paused_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.paused_until.filter(|until| *until > now)
    }
}

pub(super) fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(Timestamp::MAX)
}
