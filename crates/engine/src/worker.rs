//! Working on one leased lane.

use std::panic::AssertUnwindSafe;

use domain::failure::Code;
use domain::{Class, Failure};
use futures::FutureExt;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::engine::{Engine, Slot, after};
use crate::flow::{Found, Place};
use crate::model::{Effect, Input, Lease, Urgency, Verdict, Work};
use crate::store::StoreError;

/// A step or a write of ours panicked: our own mistake, not the other side's.
const PANIC: Code = Code::new("SVZ-PANIC");

/// The least a throttled door stays shut: "wait no time" does not count as an attempt and would go on
/// for ever without a pause.
const LEAST_WAIT: SignedDuration = SignedDuration::from_secs(1);

impl Engine {
    /// Does what the lane has to do now, piece by piece, and gives it back.
    pub(crate) async fn work(&self, lease: &Lease, slot: Slot) -> Result<(), StoreError> {
        loop {
            let now = self.clock.now();
            match self.store.next_work(lease, now, slot == Slot::Live).await? {
                Work::Step { state, input, failures } => {
                    self.step(lease, state, input, failures).await?;
                }
                Work::Send(effect) if effect.urgency == Urgency::Calm => {
                    self.beside(lease, self.send(lease, effect)).await?;
                }
                Work::Look(effect) if effect.urgency == Urgency::Calm => {
                    self.beside(lease, self.look(lease, effect)).await?;
                }
                Work::Send(effect) => self.send(lease, effect).await?,
                Work::Look(effect) => self.look(lease, effect).await?,
                Work::Rest => break,
            }
        }
        self.store.release(lease, self.clock.now()).await
    }

    /// Takes a step. The timer's is let go when live work comes: it has changed nothing yet, and comes again.
    pub(crate) async fn step(
        &self,
        lease: &Lease,
        state: Value,
        input: Input,
        failures: u32,
    ) -> Result<(), StoreError> {
        let place = self.place(lease);
        let used = input.reference();
        let is_timer = matches!(input, Input::Timer);
        let stepping = guarded(self.flow.step(&place, state, input));
        let stepped = tokio::select! {
            biased;
            stepped = stepping => stepped,
            () = self.live_work(lease), if is_timer => return Ok(()),
        };
        let now = self.clock.now();
        let failure = match stepped {
            Ok(step) => return self.store.commit(lease, used, step, now).await,
            Err(failure) => failure,
        };
        let (again_at, burn) = match self.next_try(&failure, failures + 1, now) {
            Next::Again(at) => (at, true),
            Next::Shut(until) => (until, false),
            Next::GiveUp => return self.store.give_up(lease, used, &failure, now).await,
        };
        self.store.postpone(lease, used, again_at, burn, &failure, now).await
    }

    pub(crate) async fn send(&self, lease: &Lease, effect: Effect) -> Result<(), StoreError> {
        self.store.sending(lease, effect.id, self.clock.now()).await?;
        let place = self.place(lease);
        let answer = guarded(self.flow.send(&place, &effect)).await;
        let now = self.clock.now();
        let verdict = match answer {
            Ok(answer) => Verdict::Done(answer),
            // nothing is said about the end of attempts here: it must be looked for in any case
            Err(failure) if failure.class == Class::Unknown => {
                Verdict::Unknown { look_at: after(now, self.policy.look_after), failure }
            }
            Err(failure) => match self.next_try(&failure, effect.attempts + 1, now) {
                Next::Again(at) => Verdict::Again { at, failure },
                Next::Shut(until) => shut(&place, &effect, until, failure),
                Next::GiveUp => Verdict::Dead(failure),
            },
        };
        self.store.verdict(lease, effect.id, verdict, false, now).await
    }

    pub(crate) async fn look(&self, lease: &Lease, effect: Effect) -> Result<(), StoreError> {
        let place = self.place(lease);
        let found = guarded(self.flow.look(&place, &effect)).await;
        let now = self.clock.now();
        let verdict = match found {
            Ok(Found::Done(answer)) => Verdict::Done(answer),
            Ok(Found::NotDone) => self.send_again(&effect, now),
            Err(failure) => match self.next_try(&failure, effect.attempts + 1, now) {
                Next::Again(look_at) => Verdict::Unknown { look_at, failure },
                Next::Shut(until) => shut(&place, &effect, until, failure),
                Next::GiveUp => Verdict::Dead(failure),
            },
        };
        self.store.verdict(lease, effect.id, verdict, true, now).await
    }

    /// What follows when a write was looked for and had not been carried out: after the first attempt it
    /// is sent again at once, then with growing pauses, and not for ever.
    fn send_again(&self, effect: &Effect, now: Timestamp) -> Verdict {
        let failure =
            Failure::retry(Code::new("SVZ-NOT-DONE"), "looked for it: it was not carried out");
        match self.next_try(&failure, effect.attempts.max(1), now) {
            Next::GiveUp => Verdict::Dead(failure),
            _ if effect.attempts <= 1 => Verdict::Again { at: now, failure },
            Next::Again(at) | Next::Shut(at) => Verdict::Again { at, failure },
        }
    }

    /// What follows the `failures`th failure of a piece of work.
    fn next_try(&self, failure: &Failure, failures: u32, now: Timestamp) -> Next {
        let pause = self.policy.pause_after(failures, &*self.entropy);
        match (&failure.class, pause) {
            (Class::Throttled { wait }, _) => Next::Shut(after(now, (*wait).max(LEAST_WAIT))),
            (Class::AuthBroken, _) => Next::Shut(after(now, self.policy.refused_pause)),
            (Class::Permanent, _) | (_, None) => Next::GiveUp,
            // a moment that has passed already says nothing
            (Class::WaitUntil { until }, Some(_)) if *until > now => Next::Again(*until),
            (_, Some(pause)) => Next::Again(after(now, pause)),
        }
    }
}

/// What follows a failure.
enum Next {
    /// Another try at the moment.
    Again(Timestamp),
    /// Another try at the moment, and this one does not count: it was not let in.
    Shut(Timestamp),
    /// Nothing more.
    GiveUp,
}

fn shut(place: &Place, effect: &Effect, until: Timestamp, failure: Failure) -> Verdict {
    tracing::warn!(connection = %place.connection, door = effect.door.0, code = %failure.code, "door shut for a while");
    Verdict::Shut { until, failure }
}

/// Runs a piece of a flow so that its panic becomes a failure of this lane, not of the process.
async fn guarded<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(done) => done,
        // a write may have been on its way when it happened
        Err(_) => Err(Failure::new(Class::Unknown, PANIC, "a mistake in the program; see its log")),
    }
}
