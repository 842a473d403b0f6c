//! What the nodes of an account tell each other: its allowance, and who of them waits for it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::meter::{CLOCKS_DIFFER, Hold, Meter, later};
use super::{BudgetOptions, BudgetState, Priority, WaitingCounts};

/// How long a want counts after its node last asked, so that a node that died holds nobody up for
/// longer. A node that lives asks more often.
pub(super) const WANT_LIVES: SignedDuration = SignedDuration::from_secs(3);

/// What an asker does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Sends: the request is spent.
    Now,
    /// Waits until the moment, then asks again; the hold tells why.
    At(Timestamp, Hold),
    /// Lets another node go first and asks again at the moment.
    AfterOthers(Timestamp),
}

/// The record of one account that its nodes share. Each node is known by its name.
///
/// Moments are by the clocks of the nodes, which are taken to agree within a part of a second.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    meter: Meter,
    wants: BTreeMap<String, Want>,
}

/// The most urgent request that waits in a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Want {
    priority: Priority,
    /// When it began to wait.
    since: Timestamp,
    /// The want counts until then.
    until: Timestamp,
}

impl Sheet {
    /// A node asks for its most urgent request, which has waited `since`. Unless the answer is
    /// [`Turn::Now`], the node's want is on record for three seconds, in place of its former one.
    pub fn ask(
        &mut self,
        node: &str,
        priority: Priority,
        since: Timestamp,
        now: Timestamp,
        options: &BudgetOptions,
    ) -> Turn {
        let want = Want { priority, since, until: later(now, WANT_LIVES) };
        let believed = later(want.until, CLOCKS_DIFFER);
        self.wants.retain(|_, want| want.until > now && want.until <= believed);
        let turn = self.turn(node, &want, now, options);
        if turn == Turn::Now {
            self.meter.spend(priority, now, options);
            self.withdraw(node);
        } else {
            self.wants.insert(node.to_owned(), want);
        }
        turn
    }

    /// The node waits for nothing any more.
    pub fn withdraw(&mut self, node: &str) {
        self.wants.remove(node);
    }

    /// The account asked for silence.
    pub fn pause(&mut self, wait: SignedDuration, now: Timestamp) {
        self.meter.pause(wait, now);
    }

    /// The account told how many requests are left of the day.
    pub fn remaining(&mut self, told: u64, now: Timestamp) {
        self.meter.remaining(told, now);
    }

    /// What the administrator is shown, with those that wait in this process.
    pub fn state(&self, now: Timestamp, waiting: WaitingCounts) -> BudgetState {
        let remaining = self.meter.left();
        let most = self.meter.most();
        BudgetState { remaining, most, paused_until: self.meter.paused_until(now), waiting }
    }

    fn turn(&self, node: &str, want: &Want, now: Timestamp, options: &BudgetOptions) -> Turn {
        let hold = self.meter.hold(want.priority, now, options);
        // The slot that is asked for. Who waits for the rate learns already now that another goes
        // before him in it, and need not come and ask at its beginning.
        let slot = match hold {
            None => now,
            Some((until, Hold::Rate)) => until,
            Some((until, hold)) => return Turn::At(until, hold),
        };
        if self.another_takes(slot, node, want, options) {
            return Turn::AfterOthers(later(slot, courtesy(options)));
        }
        hold.map_or(Turn::Now, |(until, hold)| Turn::At(until, hold))
    }

    /// Whether a more urgent want of another node may go in the slot. What is itself held then, by
    /// the reserve, holds nobody.
    fn another_takes(
        &self,
        slot: Timestamp,
        node: &str,
        want: &Want,
        options: &BudgetOptions,
    ) -> bool {
        self.wants.iter().filter(|(name, _)| *name != node).any(|(name, other)| {
            other.rank(name) < want.rank(node)
                && other.until > slot
                && self.meter.hold(other.priority, slot, options).is_none()
        })
    }
}

impl Want {
    /// The smaller goes first; the name only makes the order a total one.
    fn rank<'a>(&self, node: &'a str) -> (Reverse<Priority>, Timestamp, &'a str) {
        (Reverse(self.priority), self.since, node)
    }
}

/// How long after the beginning of a slot the others look whether it was taken: long enough for a
/// node that lives to take it, and so short that little of the slot is lost when it does not.
fn courtesy(options: &BudgetOptions) -> SignedDuration {
    (options.interval / 4).clamp(SignedDuration::from_millis(20), SignedDuration::from_millis(250))
}
