//! Time in the test's hand: the clock stands still while the program works, and is moved from one
//! appointment to the next.

use ambient::Clock;
use jiff::{SignedDuration, Timestamp};
use sandbox::uis::Agenda;
use sandbox::uis::script::{Script, Step};

use super::World;

/// How far [`World::settle`] looks: longer than anything the program waits for after a call.
const SETTLED: SignedDuration = SignedDuration::from_mins(30);

impl World {
    /// Works off everything that is due now.
    pub async fn run(&self) {
        self.bridge.engine.run_due().await.unwrap();
    }

    /// Moves the clock to the moment, keeping every appointment on the way.
    pub async fn advance_to(&self, moment: Timestamp) {
        self.run().await;
        while let Some(due) = self.store.next_due(false).await.unwrap() {
            if due > moment {
                break;
            }
            self.clock.advance_to(due);
            self.run().await;
        }
        self.clock.advance_to(moment);
    }

    /// Lets so many seconds pass.
    pub async fn pass(&self, seconds: i64) {
        let moment = self.clock.now() + SignedDuration::from_secs(seconds);
        self.advance_to(moment).await;
    }

    /// Lets time pass until nothing is left to do, half an hour at most.
    pub async fn settle(&self) {
        let end = self.clock.now() + SETTLED;
        self.run().await;
        while let Some(due) = self.store.next_due(false).await.unwrap() {
            if due > end {
                break;
            }
            self.clock.advance_to(due);
            self.run().await;
        }
    }

    /// Lets a call happen; what is due only after it is left.
    pub async fn play_live(&self, script: &Script) {
        let steps = self.uis().steps(script);
        self.perform(steps).await;
    }

    /// Lets steps happen, each at its time.
    pub async fn perform(&self, steps: Vec<Step>) {
        let start = self.clock.now();
        let mut agenda = Agenda::of(steps);
        while let Some(step) = agenda.next() {
            self.advance_to(start + SignedDuration::from_secs(step.after)).await;
            agenda.add(self.uis().perform(step).await);
            self.run().await;
        }
    }

    /// Lets happen what UIS was asked to begin: ordered calls, transfers; and what follows from it.
    pub async fn play_started(&self) {
        self.perform(self.uis().take_started()).await;
        self.settle().await;
    }
}
