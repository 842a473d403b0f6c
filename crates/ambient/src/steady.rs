//! A clock that is set to another one's time.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};

use crate::{Clock, SystemClock};

/// Goes on evenly from what it was last set to, whatever happens to the machine's own clock meanwhile.
///
/// Several machines that set theirs to one source agree on the time, though their own clocks do not.
#[derive(Debug)]
pub struct SteadyClock {
    begun: Instant,
    /// What it showed when it was begun, microseconds since 1970.
    origin: AtomicI64,
}

impl SteadyClock {
    /// A clock that shows `moment` now.
    #[expect(clippy::disallowed_methods, reason = "time must pass by something")]
    pub fn showing(moment: Timestamp) -> Self {
        Self { begun: Instant::now(), origin: AtomicI64::new(moment.as_microsecond()) }
    }

    /// Makes it show `moment` now.
    pub fn set(&self, moment: Timestamp) {
        self.origin.store(moment.as_microsecond() - self.passed(), Ordering::Relaxed);
    }

    /// Microseconds since it was begun.
    fn passed(&self) -> i64 {
        i64::try_from(self.begun.elapsed().as_micros()).unwrap_or(i64::MAX)
    }
}

#[async_trait]
impl Clock for SteadyClock {
    fn now(&self) -> Timestamp {
        let micros = self.origin.load(Ordering::Relaxed).saturating_add(self.passed());
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }

    async fn sleep_until(&self, moment: Timestamp) {
        let wait: SignedDuration = moment.duration_since(self.now());
        SystemClock.sleep(wait).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_shows_what_it_was_set_to_and_goes_on_from_there() {
        let moment: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let clock = SteadyClock::showing(moment);
        assert!(clock.now() >= moment);

        let earlier = moment - SignedDuration::from_hours(1);
        clock.set(earlier);
        assert!(clock.now() >= earlier && clock.now() < moment);
    }
}
