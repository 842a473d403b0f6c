//! Threads and the board: what people read who work in lanes with their own hands, and the list they take
//! their work from.

use async_trait::async_trait;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::{ConnectionId, Entry, LaneId, LaneKey, Lines};
use crate::store::StoreError;

/// How a lane stands on the board; the flow writes it anew when it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Where it stands.
    pub place: CardPlace,
    /// Whose work it is or, at the end, was.
    pub holder: Option<String>,
    /// Since when somebody waits for an answer; `None` = nobody does.
    pub waiting_since: Option<Timestamp>,
    /// When something was last said.
    pub last_at: Timestamp,
    /// Who the client is, as far as lanes of one client can be told by it.
    pub client: Option<String>,
    /// What the list shows, in the flow's words.
    pub data: Value,
}

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardPlace {
    /// Nobody's work yet.
    Queue,
    /// Somebody works on it.
    Held,
    /// Over.
    Closed,
}

/// A card as it is listed for one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its lane.
    pub lane: LaneId,
    /// Whose lane.
    pub connection: ConnectionId,
    /// What it is about.
    pub key: LaneKey,
    /// How it stands.
    pub card: Card,
    /// How many lines of its thread the reader has not read.
    pub unread: u32,
    /// The newest revision of its thread; 0 without one.
    pub revision: i64,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// Which cards to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cards<'a> {
    /// The queue, who has waited longest first.
    Queue,
    /// What this holder works on, the last spoken to first.
    HeldBy(&'a str),
    /// Everything that is not over, the last spoken to first.
    Open,
    /// Everything, the last spoken to first.
    All,
    /// Everything of this client, the last spoken to first.
    Of(&'a str),
    /// Everything that has changed at this moment or later, in no order.
    ChangedSince(Timestamp),
}

/// A page of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoardQuery<'a> {
    /// Whose.
    pub connection: ConnectionId,
    /// Which cards.
    pub cards: Cards<'a>,
    /// For whom unread lines are counted.
    pub reader: &'a str,
    /// After this card of the page before, by what the list is ordered by, and its lane.
    pub after: Option<(Timestamp, LaneId)>,
    /// At most so many, 1 to 1000.
    pub limit: u32,
}

/// How much stands on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BoardCounts {
    /// In the queue.
    pub queue: u32,
    /// Held by the holder asked for.
    pub mine: u32,
    /// Not over.
    pub open: u32,
    /// Unread lines in what he holds.
    pub unread: u32,
}

/// What a store keeps for people who work in lanes.
#[async_trait]
pub trait Boards: Send + Sync + 'static {
    /// Lines of a lane's thread, at most so many (1 to 1000); the oldest first.
    async fn thread(
        &self,
        lane: LaneId,
        lines: Lines,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError>;

    /// One line of a thread by its name.
    async fn entry(&self, lane: LaneId, name: &str) -> Result<Option<Entry>, StoreError>;

    /// A lane's card; `None` when it has none.
    async fn card(&self, lane: LaneId, reader: &str) -> Result<Option<Listed>, StoreError>;

    /// Cards.
    async fn board(&self, query: BoardQuery<'_>) -> Result<Vec<Listed>, StoreError>;

    /// How much stands on a connection's board.
    async fn board_counts(
        &self,
        connection: ConnectionId,
        holder: &str,
        reader: &str,
    ) -> Result<BoardCounts, StoreError>;

    /// Notes that a reader has read a thread up to this place; what he has read before stays read.
    async fn mark_read(
        &self,
        lane: LaneId,
        reader: &str,
        seq: i64,
        at: Timestamp,
    ) -> Result<(), StoreError>;
}
