//! [`engine::Store`] on PostgreSQL: one file a concern, one transaction a method.

mod agenda;
mod board;
mod boards;
mod effects;
mod inbox;
mod journal;
mod lanes;
mod names;
mod overview;
mod pauses;
mod records;
mod replay;
mod retry;
mod steps;
mod threads;

use async_trait::async_trait;
use domain::Failure;
use engine::journal::{Begun, BegunQuery, Counted, JournalPage, JournalQuery, Story};
use engine::model::{
    Accepted, ConnectionId, Door, EffectId, InputRef, LaneId, LaneKey, Lease, NewEvent, NewNote,
    Pause, Step, Unreadable, Verdict, Work,
};
use engine::overview::{Activity, News, Trouble, Undone};
use engine::store::{Backlog, Claim, LaneView, Record, Store};
use engine::{Resend, StoreError};
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
        let done = inbox::reject(&mut db, &unreadable).await;
        let lane = db.finish(done).await?;
        self.announcements.say();
        Ok(lane)
    }

    async fn claim(&self, claim: Claim) -> Result<Option<Lease>> {
        let mut db = self.write().await?;
        let done = lanes::claim(&mut db, &claim).await;
        db.finish(done).await
    }

    async fn renew(&self, lease: &Lease, until: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        let done = lanes::renew(&mut db, lease, until).await;
        db.finish(done).await
    }

    async fn next_work(&self, lease: &Lease, now: Timestamp, live_only: bool) -> Result<Work> {
        let mut db = self.read().await?;
        let done = agenda::next_work(&mut db, lease, now, live_only).await;
        db.finish(done).await
    }

    async fn commit(
        &self,
        lease: &Lease,
        input: InputRef,
        step: Step,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        let done = steps::commit(&mut db, lease, input, step, now).await;
        db.finish(done).await?;
        self.announcements.say();
        Ok(())
    }

    async fn postpone(
        &self,
        lease: &Lease,
        input: InputRef,
        again_at: Timestamp,
        burn: bool,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        let done = steps::postpone(&mut db, lease, input, again_at, burn, failure, now).await;
        db.finish(done).await
    }

    async fn give_up(
        &self,
        lease: &Lease,
        input: InputRef,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        let done = steps::give_up(&mut db, lease, input, failure, now).await;
        db.finish(done).await
    }

    async fn sending(&self, lease: &Lease, effect: EffectId, _now: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        let done = effects::sending(&mut db, lease, effect).await;
        db.finish(done).await
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
        let done = effects::verdict(&mut db, lease, effect, verdict, found, now).await;
        let opens = db.finish(done).await?;
        match opens {
            Some(door) => pauses::open(self, lease.connection, &door, now).await,
            None => Ok(()),
        }
    }

    async fn release(&self, lease: &Lease, _now: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        let done = lanes::release(&mut db, lease).await;
        db.finish(done).await
    }

    async fn free_leases(&self, look_at: Timestamp) -> Result<u64> {
        let mut db = self.write().await?;
        let done = lanes::free_leases(&mut db, look_at).await;
        db.finish(done).await
    }

    async fn next_due(&self, live_only: bool) -> Result<Option<Timestamp>> {
        let mut db = self.read().await?;
        let done = lanes::next_due(&mut db, live_only).await;
        db.finish(done).await
    }

    async fn pause(&self, connection: ConnectionId, door: &Door, pause: Pause) -> Result<()> {
        let mut db = self.write().await?;
        let done = pauses::pause(&mut db, connection, door, &pause).await;
        db.finish(done).await
    }

    async fn resume(&self, connection: ConnectionId, door: &Door, now: Timestamp) -> Result<()> {
        pauses::open(self, connection, door, now).await
    }

    async fn pauses(&self, connection: ConnectionId) -> Result<Vec<(Door, Pause)>> {
        let mut db = self.read().await?;
        let done = pauses::list(&mut db, connection).await;
        db.finish(done).await
    }

    async fn all_pauses(&self) -> Result<Vec<(ConnectionId, Door, Pause)>> {
        let mut db = self.read().await?;
        let done = pauses::all(&mut db).await;
        db.finish(done).await
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
        let done = names::take(&mut db, connection, name, holder, now, until).await;
        db.finish(done).await
    }

    async fn record(&self, name: &str) -> Result<Option<Record>> {
        let mut db = self.read().await?;
        let done = records::read(&mut db, name).await;
        db.finish(done).await
    }

    async fn records(&self, beginning: &str) -> Result<Vec<(String, Record)>> {
        let mut db = self.read().await?;
        let done = records::list(&mut db, beginning).await;
        db.finish(done).await
    }

    async fn swap_record(&self, name: &str, over: Option<u64>, value: &Value) -> Result<bool> {
        let mut db = self.write().await?;
        let done = records::swap(&mut db, name, over, value).await;
        db.finish(done).await
    }

    async fn find_lane(&self, connection: ConnectionId, key: &LaneKey) -> Result<Option<LaneView>> {
        let mut db = self.read().await?;
        let done = lanes::find(&mut db, connection, key).await;
        db.finish(done).await
    }

    async fn lane(&self, lane: LaneId) -> Result<Option<LaneView>> {
        let mut db = self.read().await?;
        let done = lanes::view(&mut db, lane).await;
        db.finish(done).await
    }

    async fn lanes_before(
        &self,
        connection: ConnectionId,
        before: Option<LaneId>,
        limit: u32,
    ) -> Result<Vec<(LaneId, LaneView)>> {
        let mut db = self.read().await?;
        let done = lanes::before(&mut db, connection, before, limit).await;
        db.finish(done).await
    }

    async fn replay(
        &self,
        lane: LaneId,
        state: Value,
        told: NewNote,
        now: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        let done = replay::replay(&mut db, lane, &state, &told, now).await;
        db.finish(done).await?;
        self.announcements.say();
        Ok(())
    }

    async fn retry(&self, lane: LaneId, resend: Resend, by: &str, now: Timestamp) -> Result<bool> {
        let mut db = self.write().await?;
        let done = retry::retry(&mut db, lane, resend, by, now).await;
        let begun = db.finish(done).await?;
        self.announcements.say();
        Ok(begun)
    }

    async fn journal(&self, query: JournalQuery) -> Result<JournalPage> {
        let mut db = self.read().await?;
        let done = journal::page(&mut db, &query).await;
        db.finish(done).await
    }

    async fn count(&self, query: JournalQuery) -> Result<Counted> {
        let mut db = self.read().await?;
        let done = journal::count(&mut db, &query).await;
        db.finish(done).await
    }

    async fn story(&self, lane: LaneId) -> Result<Option<Story>> {
        let mut db = self.read().await?;
        let done = journal::story(&mut db, lane).await;
        db.finish(done).await
    }

    async fn announced(&self) {
        self.announcements.heard().await;
    }

    async fn ping(&self) -> Result<()> {
        self.read().await?.finish(Ok(())).await
    }

    async fn backlog(&self, now: Timestamp) -> Result<Backlog> {
        let mut db = self.read().await?;
        let done = lanes::backlog(&mut db, now).await;
        db.finish(done).await
    }

    async fn begun(&self, query: BegunQuery) -> Result<Vec<Begun>> {
        let mut db = self.read().await?;
        let done = journal::begun(&mut db, &query).await;
        db.finish(done).await
    }

    async fn activity(&self, since: Timestamp) -> Result<Vec<Activity>> {
        let mut db = self.read().await?;
        let done = overview::activity(&mut db, since).await;
        db.finish(done).await
    }

    async fn news(&self, of: &[ConnectionId]) -> Result<Vec<News>> {
        let mut db = self.read().await?;
        let done = overview::news(&mut db, of).await;
        db.finish(done).await
    }

    async fn undone(&self, since: Timestamp) -> Result<Vec<Undone>> {
        let mut db = self.read().await?;
        let done = overview::undone(&mut db, since).await;
        db.finish(done).await
    }

    async fn troubles(&self, since: Timestamp) -> Result<Vec<Trouble>> {
        let mut db = self.read().await?;
        let done = overview::troubles(&mut db, since).await;
        db.finish(done).await
    }
}

/// The answer for work under a lease that was lost.
fn fenced<T>() -> Result<T> {
    Err(StoreError::Fenced)
}
