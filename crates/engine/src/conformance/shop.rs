//! An engine at work, driven step by step on a clock that is moved by hand.

use std::sync::Arc;

use ambient::{ManualClock, SeededEntropy};

use super::desk::{Desk, at};
use super::flows::{Fake, Seen};
use crate::engine::Engine;

/// An engine at work on the desk's store, and its clock.
pub struct Shop {
    /// The engine.
    pub engine: Engine,
    /// Its clock.
    pub clock: Arc<ManualClock>,
    /// Its flow.
    pub fake: Arc<Fake>,
}

impl Shop {
    /// Opens on the desk's store, with this flow.
    pub fn new(desk: &Desk, fake: Fake) -> Self {
        let (fake, clock) = (Arc::new(fake), Arc::new(ManualClock::at(at(0))));
        let entropy = Arc::new(SeededEntropy::new(1));
        let store = Arc::clone(&desk.store);
        let flow = Arc::clone(&fake);
        let engine = Engine::new(store, flow, Arc::clone(&clock) as _, entropy, "shop".to_owned());
        Self { engine, clock, fake }
    }

    /// Does what is due at this moment.
    pub async fn work(&self) {
        self.engine.run_due().await.unwrap();
    }

    /// Works and waits until nothing is left to do.
    pub async fn until_quiet(&self) {
        for _ in 0..10_000 {
            self.work().await;
            match self.engine.store().next_due(false).await.unwrap() {
                Some(due) => self.clock.advance_to(due),
                None => return,
            }
        }
        panic!("it never ends: {:?}", self.fake.seen());
    }

    /// How often the write `task` was sent.
    pub fn sends(&self) -> usize {
        self.fake.count(&Seen::Send("task".to_owned()))
    }

    /// How often it was looked for.
    pub fn looks(&self) -> usize {
        self.fake.count(&Seen::Look("task".to_owned()))
    }

    /// How often a lane was stepped.
    pub fn steps(&self, lane: &str) -> usize {
        self.fake.count(&Seen::Step(lane.to_owned()))
    }
}
