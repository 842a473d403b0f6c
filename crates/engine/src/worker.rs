//! Working on one leased lane.

use std::panic::AssertUnwindSafe;

use domain::failure::Code;
use domain::{Class, Failure};
use futures::FutureExt;
use serde_json::Value;

use crate::engine::{Engine, Slot, after};
use crate::flow::{Found, Place};
use crate::model::{Effect, Input, Lease, Pause, Step, Urgency, Verdict, Work};
use crate::store::StoreError;

/// A step or a write of ours panicked: our own mistake, not the other side's.
const PANIC: Code = Code::new("SVZ-PANIC");

impl Engine {
    /// Does what the lane has to do now, piece by piece, and gives it back.
    pub(crate) async fn work(&self, lease: &Lease, slot: Slot) -> Result<(), StoreError> {
        loop {
            let now = self.clock.now();
            match self.store.next_work(lease, now).await? {
                Work::Step { input: Input::Timer, .. } if slot == Slot::Live => break,
                Work::Send(effect) | Work::Look(effect)
                    if slot == Slot::Live && effect.urgency == Urgency::Calm =>
                {
                    break;
                }
                Work::Step { state, input, failures } => {
                    self.step(lease, state, input, failures).await?;
                }
                Work::Send(effect) => self.send(lease, effect).await?,
                Work::Look(effect) => self.look(lease, effect).await?,
                Work::Rest => break,
            }
        }
        self.store.release(lease, self.clock.now()).await
    }

    async fn step(
        &self,
        lease: &Lease,
        state: Value,
        input: Input,
        failures: u32,
    ) -> Result<(), StoreError> {
        let place = self.place(lease);
        let used = input.reference();
        let stepped = guarded(self.flow.step(&place, state, input)).await;
        let now = self.clock.now();
        match stepped {
            Ok(step) => self.commit(lease, used, step).await,
            Err(failure) => match self.next_try(&failure, failures) {
                Some((pause, burn)) => {
                    self.store.postpone(lease, after(now, pause), burn, &failure, now).await
                }
                None => self.store.give_up(lease, used, &failure, now).await,
            },
        }
    }

    async fn commit(
        &self,
        lease: &Lease,
        used: crate::model::InputRef,
        step: Step,
    ) -> Result<(), StoreError> {
        self.store.commit(lease, used, step, self.clock.now()).await
    }

    async fn send(&self, lease: &Lease, effect: Effect) -> Result<(), StoreError> {
        self.store.sending(lease, effect.id, self.clock.now()).await?;
        let place = self.place(lease);
        let answer = guarded(self.flow.send(&place, &effect)).await;
        let verdict = match answer {
            Ok(answer) => Verdict::Done(answer),
            Err(failure) => self.judge(&place, &effect, failure).await?,
        };
        self.store.verdict(lease, effect.id, verdict, false, self.clock.now()).await
    }

    async fn look(&self, lease: &Lease, effect: Effect) -> Result<(), StoreError> {
        let place = self.place(lease);
        let found = guarded(self.flow.look(&place, &effect)).await;
        let now = self.clock.now();
        let verdict = match found {
            Ok(Found::Done(answer)) => Verdict::Done(answer),
            Ok(Found::NotDone) => {
                let failure = Failure::retry(
                    Code::new("SVZ-NOT-DONE"),
                    "looked for it: it was not carried out",
                );
                Verdict::Again { at: now, burn: false, failure }
            }
            Err(failure) => match self.next_try(&failure, effect.attempts + 1) {
                Some((pause, _)) => Verdict::Unknown { look_at: after(now, pause), failure },
                None => Verdict::Dead(failure),
            },
        };
        self.store.verdict(lease, effect.id, verdict, true, now).await
    }

    /// What a failed write leads to.
    async fn judge(
        &self,
        place: &Place,
        effect: &Effect,
        failure: Failure,
    ) -> Result<Verdict, StoreError> {
        let now = self.clock.now();
        if failure.class == Class::Unknown {
            return Ok(Verdict::Unknown { look_at: after(now, self.policy.look_after), failure });
        }
        let Some((pause, burn)) = self.next_try(&failure, effect.attempts + 1) else {
            return Ok(Verdict::Dead(failure));
        };
        let at = after(now, pause);
        if matches!(failure.class, Class::Throttled { .. } | Class::AuthBroken) {
            tracing::warn!(connection = %place.connection, door = effect.door.0, code = %failure.code, "door shut for a while");
            let pause = Pause { until: at, failure: failure.clone() };
            self.store.pause(place.connection, &effect.door, pause).await?;
        }
        Ok(Verdict::Again { at, burn, failure })
    }

    /// How long to wait before the next try and whether this one counts; `None` = give up.
    fn next_try(&self, failure: &Failure, failures: u32) -> Option<(jiff::SignedDuration, bool)> {
        match failure.class {
            Class::Retry | Class::Unknown => {
                self.policy.pause_after(failures.max(1), &*self.entropy).map(|pause| (pause, true))
            }
            Class::WaitUntil { until } => {
                self.policy.pause_after(failures.max(1), &*self.entropy)?;
                Some((until.duration_since(self.clock.now()).max(jiff::SignedDuration::ZERO), true))
            }
            Class::Throttled { wait } => Some((wait, false)),
            Class::AuthBroken => Some((self.policy.refused_pause, false)),
            Class::Permanent => None,
        }
    }
}

/// Runs a piece of a flow so that its panic becomes a failure of this lane, not of the process.
async fn guarded<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(done) => done,
        // a write may have been on its way when it happened
        Err(_) => Err(Failure::new(Class::Unknown, PANIC, "a mistake in the program; see its log")),
    }
}
