//! A clock on which waiting does wait, until the case moves the hand.

use std::time::Duration;

use ambient::Clock;
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

/// Stands still until it is moved; then who waited long enough goes on.
#[derive(Debug)]
pub struct HandClock {
    now: watch::Sender<Timestamp>,
    /// The moments somebody waits for.
    awaited: watch::Sender<Vec<Timestamp>>,
}

impl HandClock {
    /// A clock that shows `start`.
    pub fn at(start: Timestamp) -> Self {
        Self { now: watch::Sender::new(start), awaited: watch::Sender::default() }
    }

    /// Moves the hand.
    pub fn advance(&self, by: SignedDuration) {
        self.now.send_modify(|now| *now += by);
    }

    /// Returns when somebody waits for a moment further away than this. The time limit only ends a
    /// broken run.
    pub async fn until_somebody_waits_longer_than(&self, away: SignedDuration) {
        let far = self.now() + away;
        let mut awaited = self.awaited.subscribe();
        let came = awaited.wait_for(|awaited| awaited.iter().any(|moment| *moment > far));
        let came = tokio::time::timeout(Duration::from_mins(1), came).await.is_ok();
        assert!(came, "nobody waits that long");
    }
}

#[async_trait]
impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.now.borrow()
    }

    async fn sleep_until(&self, moment: Timestamp) {
        let _waiter = Waiter::new(&self.awaited, moment);
        self.now.subscribe().wait_for(|now| *now >= moment).await.expect("the clock is there");
    }
}

/// Somebody who waits, until he is dropped.
struct Waiter<'c> {
    awaited: &'c watch::Sender<Vec<Timestamp>>,
    moment: Timestamp,
}

impl<'c> Waiter<'c> {
    fn new(awaited: &'c watch::Sender<Vec<Timestamp>>, moment: Timestamp) -> Self {
        awaited.send_modify(|awaited| awaited.push(moment));
        Self { awaited, moment }
    }
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.awaited.send_modify(|awaited| {
            if let Some(mine) = awaited.iter().position(|moment| *moment == self.moment) {
                awaited.swap_remove(mine);
            }
        });
    }
}
