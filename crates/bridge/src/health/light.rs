//! All of it in a word.

use domain::{Class, Failure};
use engine::model::{Door, Pause};
use jiff::Timestamp;
use upstream::{BudgetState, Seen};

use super::ConnectionHealth;
use crate::reach::Side;

/// Whether a connection works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// It works.
    Works,
    /// It waits for the other side, and goes on by itself.
    Waits,
    /// Somebody has to do something.
    NeedsHand,
}

/// How much is left of the day's Planfix requests, by what is held back of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Everything goes on.
    Enough,
    /// What nobody waits for is held back.
    Low,
    /// Tasks after calls are held back, too.
    Short,
}

impl ConnectionHealth {
    /// All of it in a word.
    pub fn light(&self, now: Timestamp) -> Light {
        let refused = self.shut_now(now).any(|(_, pause)| needs_hand(&pause.failure))
            || self.failing().any(|(_, seen)| seen.failure.as_ref().is_some_and(needs_hand));
        if self.settings.is_err() || self.undone.dead > 0 || refused {
            return Light::NeedsHand;
        }
        let silent = self.budget.as_ref().is_some_and(|budget| budget.paused_until.is_some());
        let shut = self.shut_now(now).next().is_some();
        if silent || shut || self.failing().next().is_some() { Light::Waits } else { Light::Works }
    }

    /// The doors that are shut at the moment.
    pub fn shut_now(&self, now: Timestamp) -> impl Iterator<Item = &(Door, Pause)> {
        self.doors.iter().filter(move |(_, pause)| pause.until > now)
    }

    /// The sides that did not answer when they were last asked.
    pub fn failing(&self) -> impl Iterator<Item = (Side, &Seen)> {
        let failing = self.seen.iter().filter(|(_, seen)| seen.failing_since.is_some());
        failing.map(|(side, seen)| (*side, seen)).filter(|(side, _)| self.is_set_up(*side))
    }

    /// Whether the settings have credentials for a side.
    pub fn is_set_up(&self, side: Side) -> bool {
        self.settings.as_ref().is_ok_and(|connection| side.is_set_up(&connection.settings))
    }
}

impl Left {
    /// By what is known of a budget; `None` when nothing is.
    pub fn of(budget: &BudgetState) -> Option<Self> {
        let reserve = upstream::BudgetOptions::default().reserve;
        let remaining = budget.remaining?;
        Some(match remaining {
            _ if remaining < reserve.after_call => Self::Short,
            _ if remaining < reserve.back_fill => Self::Low,
            _ => Self::Enough,
        })
    }
}

/// Whether a failure stays until the administrator mends the credentials or the address.
pub fn needs_hand(failure: &Failure) -> bool {
    failure.class == Class::AuthBroken
}
