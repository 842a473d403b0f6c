//! A clock for tests, moved by hand.

use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};

use crate::Clock;

/// A clock that stands still until somebody moves it.
///
/// Waiting on it does not wait: it moves the clock to the awaited moment and returns, so that a
/// test which drives the program step by step passes hours in no time and always the same way.
#[derive(Debug)]
pub struct ManualClock {
    now: Mutex<Timestamp>,
}

impl ManualClock {
    /// A clock that shows `start`.
    pub fn at(start: Timestamp) -> Self {
        Self { now: Mutex::new(start) }
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.lock();
        *now = now.saturating_add(by).unwrap_or(Timestamp::MAX);
    }

    /// Moves the clock forward to `moment`; a moment in the past changes nothing.
    pub fn advance_to(&self, moment: Timestamp) {
        let mut now = self.lock();
        *now = moment.max(*now);
    }

    fn lock(&self) -> MutexGuard<'_, Timestamp> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.lock()
    }

    async fn sleep_until(&self, moment: Timestamp) {
        self.advance_to(moment);
    }
}
