//! The home of the engine's data, as the engine needs it: each method is one transaction.

use async_trait::async_trait;
use domain::Failure;
use jiff::Timestamp;
use serde_json::Value;

use crate::board::Boards;
use crate::journal::{Begun, BegunQuery, Counted, JournalPage, JournalQuery, Story};
use crate::mend::Resend;
use crate::model::{
    Accepted, ConnectionId, Door, EffectId, InputRef, LaneId, LaneKey, Lease, NewEvent, NewNote,
    Pause, Step, Unreadable, Verdict, Work,
};
use crate::overview::{Activity, News, Trouble, Undone};

/// Why a store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The lane was taken over by another lease: whatever was done under this one must be dropped.
    #[error("the lane was taken over by a newer lease")]
    Fenced,
    /// The database failed; nothing was changed.
    #[error("the database failed: {0}")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A stored value can't be understood by this version of the program.
    #[error("a stored value can't be read: {0}")]
    Corrupt(String),
}

impl StoreError {
    /// A failure of the database.
    pub fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Broken(error.into())
    }
}

/// What to lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Who asks; for people who look into the database.
    pub owner: String,
    /// The present moment.
    pub now: Timestamp,
    /// When the lease ends unless renewed.
    pub until: Timestamp,
    /// Only lanes whose next work is live.
    pub live_only: bool,
}

/// A lane as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneView {
    /// Whose lane.
    pub connection: ConnectionId,
    /// What it is about.
    pub key: LaneKey,
    /// The flow's state.
    pub state: Value,
}

/// A small piece of data that several processes share and change in turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Grows with every change.
    pub version: u64,
    /// What it says.
    pub value: Value,
}

/// The engine's store.
///
/// All moments come from the caller's clock, so that a test holds time in its hand.
#[async_trait]
pub trait Store: Boards {
    /// Stores an event durably, once. Returns only when it would survive a power cut.
    async fn accept(&self, event: NewEvent) -> Result<Accepted, StoreError>;

    /// Keeps something unreadable for the journal.
    async fn reject(&self, unreadable: Unreadable) -> Result<LaneId, StoreError>;

    /// Leases the lane that has been due the longest (live ones first), if any is due.
    async fn claim(&self, claim: Claim) -> Result<Option<Lease>, StoreError>;

    /// Makes the lease last longer.
    async fn renew(&self, lease: &Lease, until: Timestamp) -> Result<(), StoreError>;

    /// What the lane has to do: results first, then events in the order of arrival, then live writes, then
    /// the timer, then calm writes; writes oldest first, and per door one after the other. With `live_only`
    /// the timer and calm writes are passed over.
    async fn next_work(
        &self,
        lease: &Lease,
        now: Timestamp,
        live_only: bool,
    ) -> Result<Work, StoreError>;

    /// Commits a step: the input is used up, the state, plans, notes and summary are stored.
    ///
    /// A write planned before is left as it is, but for the first plan of it after a replay: then its
    /// result (once there is one) is told again, and a write to be sent takes the new plan's content.
    async fn commit(
        &self,
        lease: &Lease,
        input: InputRef,
        step: Step,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Notes that the step with this input failed; it is repeated at `again_at`. Other steps wait behind it,
    /// but for the timer's: what comes in is not to wait for something that nobody asked for.
    async fn postpone(
        &self,
        lease: &Lease,
        input: InputRef,
        again_at: Timestamp,
        burn: bool,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Gives an input up: it is marked dead with the reason, and the lane goes on with the next one.
    async fn give_up(
        &self,
        lease: &Lease,
        input: InputRef,
        failure: &Failure,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Notes that the effect is about to be sent, which counts as an attempt. After this, and until its
    /// verdict, it counts as possibly carried out.
    async fn sending(
        &self,
        lease: &Lease,
        effect: EffectId,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Stores what became of an effect. `found` tells a looked-up result from an answered one.
    ///
    /// [`Verdict::Shut`] shuts the door, [`Verdict::Done`] opens it again.
    async fn verdict(
        &self,
        lease: &Lease,
        effect: EffectId,
        verdict: Verdict,
        found: bool,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Gives the lane back.
    async fn release(&self, lease: &Lease, now: Timestamp) -> Result<(), StoreError>;

    /// Frees the leases of a process that is known to be gone (one process on SQLite: at start). What it
    /// was sending may be carried out yet; it is looked for at `look_at`.
    async fn free_leases(&self, look_at: Timestamp) -> Result<u64, StoreError>;

    /// When the next lane becomes due; with `live_only`, the next live one.
    async fn next_due(&self, live_only: bool) -> Result<Option<Timestamp>, StoreError>;

    /// Shuts a door of a connection: nothing leaves by it before the pause's end.
    async fn pause(
        &self,
        connection: ConnectionId,
        door: &Door,
        pause: Pause,
    ) -> Result<(), StoreError>;

    /// Opens a door again: what waited for it alone may leave now.
    async fn resume(
        &self,
        connection: ConnectionId,
        door: &Door,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// The doors of a connection that are shut.
    async fn pauses(&self, connection: ConnectionId) -> Result<Vec<(Door, Pause)>, StoreError>;

    /// The doors of all connections that are shut, in the order of connections and doors.
    async fn all_pauses(&self) -> Result<Vec<(ConnectionId, Door, Pause)>, StoreError>;

    /// Takes a name (`phone/79031234567`) for a holder, unless another one holds it still; returns who
    /// holds it. Taking it again for the same holder changes nothing.
    async fn take_name(
        &self,
        connection: ConnectionId,
        name: &str,
        holder: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<String, StoreError>;

    /// A record that several processes share; `None` before it was first written.
    async fn record(&self, name: &str) -> Result<Option<Record>, StoreError>;

    /// The records whose names begin so, by name.
    async fn records(&self, beginning: &str) -> Result<Vec<(String, Record)>, StoreError>;

    /// Writes a record over the version that was read (`None` = there was none); `false` when somebody else
    /// has written it meanwhile, and nothing was changed.
    async fn swap_record(
        &self,
        name: &str,
        over: Option<u64>,
        value: &Value,
    ) -> Result<bool, StoreError>;

    /// The lane of a key; `None` when nothing ever came for it.
    async fn find_lane(
        &self,
        connection: ConnectionId,
        key: &LaneKey,
    ) -> Result<Option<LaneView>, StoreError>;

    /// A lane as it stands, for [`Store::replay`].
    async fn lane(&self, lane: LaneId) -> Result<Option<LaneView>, StoreError>;

    /// The connection's lanes, the newest first: those before the given one (`None` = from the newest on),
    /// at most `limit` of them.
    async fn lanes_before(
        &self,
        connection: ConnectionId,
        before: Option<LaneId>,
        limit: u32,
    ) -> Result<Vec<(LaneId, LaneView)>, StoreError>;

    /// Works a lane off once more from its events, beginning with `state`: events become pending again,
    /// so do given-up writes (those that may have been carried out are looked for first); writes that
    /// were carried out stay so, since their plans have the same operation ids.
    ///
    /// Fences off whoever works on the lane now; what he is sending is looked for when a
    /// [lease's time](crate::LEASE) has passed, since only then it is sure to be over. The note says who
    /// had it done.
    async fn replay(
        &self,
        lane: LaneId,
        state: Value,
        told: NewNote,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Tries again what a lane was given up with, and decides nothing anew: given-up writes are open
    /// again, given-up inputs are stepped with again. `false` when nothing was given up.
    ///
    /// [`Resend::Anyway`] fences off like a replay.
    async fn retry(
        &self,
        lane: LaneId,
        resend: Resend,
        by: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Lists communications.
    async fn journal(&self, query: JournalQuery) -> Result<JournalPage, StoreError>;

    /// Counts the communications a query finds, as if it had no limit.
    async fn count(&self, query: JournalQuery) -> Result<Counted, StoreError>;

    /// One communication's story.
    async fn story(&self, lane: LaneId) -> Result<Option<Story>, StoreError>;

    /// Lanes whose communications began within a time, with their states; the oldest row first.
    async fn begun(&self, query: BegunQuery) -> Result<Vec<Begun>, StoreError>;

    /// Returns when another process has changed something that may be of interest: there may be work, the
    /// journal may have news. A hint only: it may come for nothing, and it may never come.
    async fn announced(&self);

    /// Whether the database can be reached.
    async fn ping(&self) -> Result<(), StoreError>;

    /// How many lanes are due and since when the oldest is, by the given moment.
    async fn backlog(&self, now: Timestamp) -> Result<Backlog, StoreError>;

    /// How many communications began in each hour since the moment, and how they stand; the oldest hour first.
    async fn activity(&self, since: Timestamp) -> Result<Vec<Activity>, StoreError>;

    /// The news of each of the connections, in the order asked for.
    async fn news(&self, of: &[ConnectionId]) -> Result<Vec<News>, StoreError>;

    /// What connections have left undone; given up, since the moment. None for one with nothing.
    async fn undone(&self, since: Timestamp) -> Result<Vec<Undone>, StoreError>;

    /// Why something was given up since the moment and was not replayed, one line a connection and code, the
    /// newest first.
    async fn troubles(&self, since: Timestamp) -> Result<Vec<Trouble>, StoreError>;
}

/// How much is waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backlog {
    /// Lanes with something to do now.
    pub due: u64,
    /// Since when the oldest of them is due.
    pub oldest: Option<Timestamp>,
}
