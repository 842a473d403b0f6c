//! [`engine::Store`] on SQLite: one file a concern.

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

use crate::SqliteStore;
use crate::error::{OrBroken, Result};

#[async_trait]
impl Store for SqliteStore {
    async fn accept(&self, event: NewEvent) -> Result<Accepted> {
        self.writer.run(move |db| Box::pin(inbox::accept(db, event))).await
    }

    async fn reject(&self, unreadable: Unreadable) -> Result<LaneId> {
        self.writer.run(move |db| Box::pin(inbox::reject(db, unreadable))).await
    }

    async fn claim(&self, claim: Claim) -> Result<Option<Lease>> {
        // most of the time nothing is due: find that out without waking the writer
        if !lanes::any_due(&self.readers, &claim).await? {
            return Ok(None);
        }
        self.writer.run(move |db| Box::pin(lanes::claim(db, claim))).await
    }

    async fn renew(&self, lease: &Lease, until: Timestamp) -> Result<()> {
        let lease = lease.clone();
        self.writer.run(move |db| Box::pin(lanes::renew(db, lease, until))).await
    }

    async fn next_work(&self, lease: &Lease, now: Timestamp, live_only: bool) -> Result<Work> {
        // one snapshot for all of it, or a writer in between makes it contradict itself
        let mut snapshot = self.readers.begin().await.or_broken()?;
        agenda::next_work(&mut snapshot, lease, now, live_only).await
    }

    async fn commit(
        &self,
        lease: &Lease,
        input: InputRef,
        step: Step,
        now: Timestamp,
    ) -> Result<()> {
        let lease = lease.clone();
        self.writer.run(move |db| Box::pin(steps::commit(db, lease, input, step, now))).await
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
        let (lease, failure) = (lease.clone(), failure.clone());
        self.writer
            .run(move |db| {
                Box::pin(steps::postpone(db, lease, input, again_at, burn, failure, now))
            })
            .await
    }

    async fn give_up(
        &self,
        lease: &Lease,
        input: InputRef,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<()> {
        let (lease, failure) = (lease.clone(), failure.clone());
        self.writer.run(move |db| Box::pin(steps::give_up(db, lease, input, failure, now))).await
    }

    async fn sending(&self, lease: &Lease, effect: EffectId, _now: Timestamp) -> Result<()> {
        let lease = lease.clone();
        self.writer.run(move |db| Box::pin(effects::sending(db, lease, effect))).await
    }

    async fn verdict(
        &self,
        lease: &Lease,
        effect: EffectId,
        verdict: Verdict,
        found: bool,
        now: Timestamp,
    ) -> Result<()> {
        let lease = lease.clone();
        self.writer
            .run(move |db| Box::pin(effects::verdict(db, lease, effect, verdict, found, now)))
            .await
    }

    async fn release(&self, lease: &Lease, _now: Timestamp) -> Result<()> {
        let lease = lease.clone();
        self.writer.run(move |db| Box::pin(lanes::release(db, lease))).await
    }

    async fn free_leases(&self, look_at: Timestamp) -> Result<u64> {
        self.writer.run(move |db| Box::pin(lanes::free_leases(db, look_at))).await
    }

    async fn next_due(&self, live_only: bool) -> Result<Option<Timestamp>> {
        lanes::next_due(&self.readers, live_only).await
    }

    async fn pause(&self, connection: ConnectionId, door: &Door, pause: Pause) -> Result<()> {
        let door = door.clone();
        self.writer.run(move |db| Box::pin(pauses::pause(db, connection, door, pause))).await
    }

    async fn resume(&self, connection: ConnectionId, door: &Door, now: Timestamp) -> Result<()> {
        let door = door.clone();
        self.writer.run(move |db| Box::pin(pauses::open(db, connection, door, now))).await
    }

    async fn pauses(&self, connection: ConnectionId) -> Result<Vec<(Door, Pause)>> {
        pauses::list(&self.readers, connection).await
    }

    async fn all_pauses(&self) -> Result<Vec<(ConnectionId, Door, Pause)>> {
        pauses::all(&self.readers).await
    }

    async fn take_name(
        &self,
        connection: ConnectionId,
        name: &str,
        holder: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<String> {
        let (name, holder) = (name.to_owned(), holder.to_owned());
        self.writer
            .run(move |db| Box::pin(names::take(db, connection, name, holder, now, until)))
            .await
    }

    async fn record(&self, name: &str) -> Result<Option<Record>> {
        records::read(&self.readers, name).await
    }

    async fn records(&self, beginning: &str) -> Result<Vec<(String, Record)>> {
        records::list(&self.readers, beginning).await
    }

    async fn swap_record(&self, name: &str, over: Option<u64>, value: &Value) -> Result<bool> {
        let (name, value) = (name.to_owned(), value.clone());
        self.writer.run(move |db| Box::pin(records::swap(db, name, over, value))).await
    }

    async fn find_lane(&self, connection: ConnectionId, key: &LaneKey) -> Result<Option<LaneView>> {
        lanes::find(&self.readers, connection, key).await
    }

    async fn lane(&self, lane: LaneId) -> Result<Option<LaneView>> {
        lanes::view(&self.readers, lane).await
    }

    async fn lanes_before(
        &self,
        connection: ConnectionId,
        before: Option<LaneId>,
        limit: u32,
    ) -> Result<Vec<(LaneId, LaneView)>> {
        lanes::before(&self.readers, connection, before, limit).await
    }

    async fn replay(
        &self,
        lane: LaneId,
        state: Value,
        told: NewNote,
        now: Timestamp,
    ) -> Result<()> {
        self.writer.run(move |db| Box::pin(replay::replay(db, lane, state, told, now))).await
    }

    async fn retry(&self, lane: LaneId, resend: Resend, by: &str, now: Timestamp) -> Result<bool> {
        let by = by.to_owned();
        self.writer.run(move |db| Box::pin(retry::retry(db, lane, resend, by, now))).await
    }

    async fn journal(&self, query: JournalQuery) -> Result<JournalPage> {
        journal::page(&self.readers, &query).await
    }

    async fn count(&self, query: JournalQuery) -> Result<Counted> {
        journal::count(&self.readers, &query).await
    }

    async fn story(&self, lane: LaneId) -> Result<Option<Story>> {
        journal::story(&self.readers, lane).await
    }

    async fn announced(&self) {
        // the one process that works on a SQLite file is this one
        std::future::pending::<()>().await;
    }

    async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(&self.readers).await.or_broken()?;
        Ok(())
    }

    async fn backlog(&self, now: Timestamp) -> Result<Backlog> {
        lanes::backlog(&self.readers, now).await
    }

    async fn begun(&self, query: BegunQuery) -> Result<Vec<Begun>> {
        journal::begun(&self.readers, &query).await
    }

    async fn activity(&self, since: Timestamp) -> Result<Vec<Activity>> {
        overview::activity(&self.readers, since).await
    }

    async fn news(&self, of: &[ConnectionId]) -> Result<Vec<News>> {
        overview::news(&self.readers, of).await
    }

    async fn undone(&self, since: Timestamp) -> Result<Vec<Undone>> {
        overview::undone(&self.readers, since).await
    }

    async fn troubles(&self, since: Timestamp) -> Result<Vec<Trouble>> {
        overview::troubles(&self.readers, since).await
    }
}

/// The answer for work under a lease that was lost.
fn fenced<T>() -> Result<T> {
    Err(StoreError::Fenced)
}
