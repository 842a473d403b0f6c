//! [`engine::Store`] on PostgreSQL: one file a concern, one transaction a method.

mod agenda;
mod effects;
mod inbox;
mod journal;
mod lanes;
mod names;
mod pauses;
mod records;
mod replay;
mod steps;

use async_trait::async_trait;
use domain::Failure;
use engine::StoreError;
use engine::journal::{JournalPage, JournalQuery, Story};
use engine::model::{
    Accepted, ConnectionId, Door, EffectId, InputRef, LaneId, LaneKey, Lease, NewEvent, Pause,
    Step, Unreadable, Verdict, Work,
};
use engine::store::{Backlog, Claim, LaneView, Record, Store};
use jiff::Timestamp;
use serde_json::Value;

use crate::PostgresStore;
use crate::error::{Result, connection_lost};

/// How often a new event is brought to the database when the connection is lost on the way: a server
/// that starts again takes the sessions it had with it.
const DELIVERIES: usize = 3;

#[async_trait]
impl Store for PostgresStore {
    async fn accept(&self, event: NewEvent) -> Result<Accepted> {
        let mut deliveries = 1;
        loop {
            match self.deliver(&event).await {
                // whether it was committed is not known, and twice stored is once stored
                Err(error) if deliveries < DELIVERIES && connection_lost(&error) => deliveries += 1,
                delivered => return delivered,
            }
        }
    }

    async fn reject(&self, unreadable: Unreadable) -> Result<LaneId> {
        let mut db = self.write().await?;
        let lane = inbox::reject(&mut db, &unreadable).await?;
        db.commit().await?;
        self.announcements.say();
        Ok(lane)
    }

    async fn claim(&self, claim: Claim) -> Result<Option<Lease>> {
        let mut db = self.write().await?;
        let lease = lanes::claim(&mut db, &claim).await?;
        db.commit().await?;
        Ok(lease)
    }

    async fn renew(&self, lease: &Lease, until: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        lanes::renew(&mut db, lease, until).await?;
        db.commit().await
    }

    async fn next_work(&self, lease: &Lease, now: Timestamp, live_only: bool) -> Result<Work> {
        agenda::next_work(&mut self.read().await?, lease, now, live_only).await
    }

    async fn commit(
        &self,
        lease: &Lease,
        input: InputRef,
        step: Step,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        steps::commit(&mut db, lease, input, step, now).await?;
        db.commit().await?;
        self.announcements.say();
        Ok(())
    }

    async fn postpone(
        &self,
        lease: &Lease,
        again_at: Timestamp,
        burn: bool,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        steps::postpone(&mut db, lease, again_at, burn, failure, now).await?;
        db.commit().await
    }

    async fn give_up(
        &self,
        lease: &Lease,
        input: InputRef,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        steps::give_up(&mut db, lease, input, failure, now).await?;
        db.commit().await
    }

    async fn sending(&self, lease: &Lease, effect: EffectId, _now: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        effects::sending(&mut db, lease, effect).await?;
        db.commit().await
    }

    async fn verdict(
        &self,
        lease: &Lease,
        effect: EffectId,
        verdict: Verdict,
        found: bool,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        let opens = effects::verdict(&mut db, lease, effect, verdict, found, now).await?;
        db.commit().await?;
        match opens {
            Some(door) => pauses::open(self, lease.connection, &door, now).await,
            None => Ok(()),
        }
    }

    async fn release(&self, lease: &Lease, _now: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        lanes::release(&mut db, lease).await?;
        db.commit().await
    }

    async fn free_leases(&self, look_at: Timestamp) -> Result<u64> {
        let mut db = self.write().await?;
        let freed = lanes::free_leases(&mut db, look_at).await?;
        db.commit().await?;
        Ok(freed)
    }

    async fn next_due(&self, live_only: bool) -> Result<Option<Timestamp>> {
        lanes::next_due(&mut self.read().await?, live_only).await
    }

    async fn pause(&self, connection: ConnectionId, door: &Door, pause: Pause) -> Result<()> {
        let mut db = self.write().await?;
        pauses::pause(&mut db, connection, door, &pause).await?;
        db.commit().await
    }

    async fn resume(&self, connection: ConnectionId, door: &Door, now: Timestamp) -> Result<()> {
        pauses::open(self, connection, door, now).await
    }

    async fn pauses(&self, connection: ConnectionId) -> Result<Vec<(Door, Pause)>> {
        pauses::list(&mut self.read().await?, connection).await
    }

    async fn take_name(
        &self,
        connection: ConnectionId,
        name: &str,
        holder: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<String> {
        let mut db = self.write().await?;
        let held_by = names::take(&mut db, connection, name, holder, now, until).await?;
        db.commit().await?;
        Ok(held_by)
    }

    async fn record(&self, name: &str) -> Result<Option<Record>> {
        records::read(&mut self.read().await?, name).await
    }

    async fn swap_record(&self, name: &str, over: Option<u64>, value: &Value) -> Result<bool> {
        let mut db = self.write().await?;
        let swapped = records::swap(&mut db, name, over, value).await?;
        db.commit().await?;
        Ok(swapped)
    }

    async fn find_lane(&self, connection: ConnectionId, key: &LaneKey) -> Result<Option<LaneView>> {
        lanes::find(&mut self.read().await?, connection, key).await
    }

    async fn lane(&self, lane: LaneId) -> Result<Option<LaneView>> {
        lanes::view(&mut self.read().await?, lane).await
    }

    async fn replay(&self, lane: LaneId, state: Value, now: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        replay::replay(&mut db, lane, &state, now).await?;
        db.commit().await?;
        self.announcements.say();
        Ok(())
    }

    async fn journal(&self, query: JournalQuery) -> Result<JournalPage> {
        journal::page(&mut self.read().await?, &query).await
    }

    async fn story(&self, lane: LaneId) -> Result<Option<Story>> {
        journal::story(&mut self.read().await?, lane).await
    }

    async fn announced(&self) {
        self.announcements.heard().await;
    }

    async fn ping(&self) -> Result<()> {
        drop(self.read().await?);
        Ok(())
    }

    async fn backlog(&self, now: Timestamp) -> Result<Backlog> {
        lanes::backlog(&mut self.read().await?, now).await
    }
}

impl PostgresStore {
    async fn deliver(&self, event: &NewEvent) -> Result<Accepted> {
        let mut db = self.write().await?;
        let accepted = inbox::accept(&mut db, event).await?;
        db.commit().await?;
        self.announcements.say();
        Ok(accepted)
    }
}

/// The answer for work under a lease that was lost.
fn fenced<T>() -> Result<T> {
    Err(StoreError::Fenced)
}
