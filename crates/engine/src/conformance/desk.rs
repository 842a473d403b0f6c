//! The desk a case works at: a store, and short words for what is done to it.

use std::any::Any;
use std::sync::Arc;

use serde_json::json;

use super::Fresh;
pub use super::words::{
    HERE, OfLane, THERE, again, at, done, failure, hiccup, lines, live_write, name, plan, refusal,
    replayed, row, said, throttled, told, unknown, write,
};
use crate::journal::{JournalQuery, Story};
use crate::model::{
    Accepted, ConnectionId, DedupKey, Door, Effect, Input, InputRef, LaneId, LaneKey, Lease,
    NewEffect, NewEvent, Step, Verdict, Work,
};
use crate::store::{Claim, Store};
use crate::{LEASE, StoreError};

/// A store, and what keeps it alive.
pub struct Desk {
    /// The store.
    pub store: Arc<dyn Store>,
    _guard: Box<dyn Any + Send>,
}

impl Desk {
    /// A desk at a fresh store.
    pub fn at(fresh: Fresh) -> Self {
        Self { store: fresh.store, _guard: fresh.guard }
    }

    /// Hands an event in; its name is its kind and, with the lane, its dedup key.
    pub async fn deliver(&self, lane: &str, name: &str, seconds: i64) -> Accepted {
        self.deliver_to(HERE, lane, name, seconds).await
    }

    /// Hands an event of a connection in.
    pub async fn deliver_to(
        &self,
        connection: ConnectionId,
        lane: &str,
        name: &str,
        seconds: i64,
    ) -> Accepted {
        let event = NewEvent {
            connection,
            lane: LaneKey::new("call", lane),
            kind: name.to_owned(),
            dedup: DedupKey::new(format!("{lane}/{name}")),
            payload: json!({ "name": name }),
            received_at: at(seconds),
        };
        self.store.accept(event).await.unwrap()
    }

    /// Leases any lane for the usual time.
    pub async fn claim(&self, seconds: i64) -> Option<Lease> {
        self.claim_some(seconds, false).await
    }

    /// Leases a lane with live work.
    pub async fn claim_live(&self, seconds: i64) -> Option<Lease> {
        self.claim_some(seconds, true).await
    }

    async fn claim_some(&self, seconds: i64, live_only: bool) -> Option<Lease> {
        let (now, owner) = (at(seconds), "desk".to_owned());
        self.store.claim(Claim { owner, now, until: now + LEASE, live_only }).await.unwrap()
    }

    /// Leases the lane that must be due.
    pub async fn lease(&self, seconds: i64) -> Lease {
        self.claim(seconds).await.expect("no lane is due")
    }

    /// A lane with one event, leased.
    pub async fn leased(&self, lane: &str, seconds: i64) -> Lease {
        self.deliver(lane, "begin", seconds).await;
        let lease = self.lease(seconds).await;
        assert_eq!(lease.key, LaneKey::new("call", lane));
        lease
    }

    /// A leased lane whose event is used up and has led to these writes.
    pub async fn planned<const N: usize>(
        &self,
        lane: &str,
        writes: impl FnOnce(&Lease) -> [NewEffect; N],
    ) -> Lease {
        let lease = self.leased(lane, 0).await;
        self.step(&lease, 0, plan(writes(&lease))).await;
        lease
    }

    /// What the lane has to do.
    pub async fn next(&self, lease: &Lease, seconds: i64) -> Work {
        self.store.next_work(lease, at(seconds), false).await.unwrap()
    }

    /// What live work the lane has to do.
    pub async fn next_live(&self, lease: &Lease, seconds: i64) -> Work {
        self.store.next_work(lease, at(seconds), true).await.unwrap()
    }

    /// The input the lane must have to be stepped with, and how often that failed.
    pub async fn input(&self, lease: &Lease, seconds: i64) -> (Input, u32) {
        match self.next(lease, seconds).await {
            Work::Step { input, failures, .. } => (input, failures),
            other => panic!("no step, but {other:?}"),
        }
    }

    /// The name of the event the lane must be stepped with.
    pub async fn event(&self, lease: &Lease, seconds: i64) -> String {
        match self.input(lease, seconds).await.0 {
            Input::Event(event) => event.kind,
            other => panic!("no event, but {other:?}"),
        }
    }

    /// The write the lane must send.
    pub async fn to_send(&self, lease: &Lease, seconds: i64) -> Effect {
        match self.next(lease, seconds).await {
            Work::Send(effect) => effect,
            other => panic!("nothing to send, but {other:?}"),
        }
    }

    /// The write the lane must look for.
    pub async fn to_look_for(&self, lease: &Lease, seconds: i64) -> Effect {
        match self.next(lease, seconds).await {
            Work::Look(effect) => effect,
            other => panic!("nothing to look for, but {other:?}"),
        }
    }

    /// Commits a step with the lane's present input.
    pub async fn step(&self, lease: &Lease, seconds: i64, step: Step) {
        let input = self.input(lease, seconds).await.0.reference();
        self.commit(lease, input, seconds, step).await.unwrap();
    }

    /// Delivers an event and steps the lane, which must be the only one that is due, with it.
    pub async fn take_in(&self, lane: &str, event: &str, seconds: i64, step: Step) -> Lease {
        self.deliver(lane, event, seconds).await;
        let lease = self.lease(seconds).await;
        self.step(&lease, seconds, step).await;
        self.release(&lease, seconds).await;
        lease
    }

    /// Commits a step.
    pub async fn commit(
        &self,
        lease: &Lease,
        input: InputRef,
        seconds: i64,
        step: Step,
    ) -> Result<(), StoreError> {
        self.store.commit(lease, input, step, at(seconds)).await
    }

    /// Sends the lane's next write, which must have this name, and stores the verdict.
    pub async fn send(&self, lease: &Lease, expected: &str, seconds: i64, verdict: Verdict) {
        let effect = self.to_send(lease, seconds).await;
        assert_eq!(name(&effect), expected);
        self.store.sending(lease, effect.id, at(seconds)).await.unwrap();
        self.store.verdict(lease, effect.id, verdict, false, at(seconds)).await.unwrap();
    }

    /// Begins to send the lane's next write, which must have this name.
    pub async fn begin_to_send(&self, lease: &Lease, expected: &str, seconds: i64) -> Effect {
        let effect = self.to_send(lease, seconds).await;
        assert_eq!(name(&effect), expected);
        self.store.sending(lease, effect.id, at(seconds)).await.unwrap();
        effect
    }

    /// Looks for the lane's next write, which must have this name, and stores the verdict.
    pub async fn look(&self, lease: &Lease, expected: &str, seconds: i64, verdict: Verdict) {
        let effect = self.to_look_for(lease, seconds).await;
        assert_eq!(name(&effect), expected);
        self.store.verdict(lease, effect.id, verdict, true, at(seconds)).await.unwrap();
    }

    /// Gives the lane back.
    pub async fn release(&self, lease: &Lease, seconds: i64) {
        self.store.release(lease, at(seconds)).await.unwrap();
    }

    /// A lane's story.
    pub async fn story(&self, lane: LaneId) -> Story {
        self.store.story(lane).await.unwrap().expect("no story")
    }

    /// The kinds of a lane's notes.
    pub async fn told(&self, lane: LaneId) -> Vec<String> {
        self.story(lane).await.notes.into_iter().map(|note| note.kind).collect()
    }

    /// The keys of the communications a query finds.
    pub async fn list(&self, query: JournalQuery) -> Vec<String> {
        let limit = if query.limit == 0 { 50 } else { query.limit };
        let page = self.store.journal(JournalQuery { limit, ..query }).await.unwrap();
        page.items.iter().map(|item| item.key.thing().to_owned()).collect()
    }

    /// Shuts the door `rest` of a connection.
    pub async fn shut(&self, connection: ConnectionId, until: i64) {
        let pause = crate::model::Pause { until: at(until), failure: hiccup() };
        self.store.pause(connection, &Door::new("rest"), pause).await.unwrap();
    }
}
