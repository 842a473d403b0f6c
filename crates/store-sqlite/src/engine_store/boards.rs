//! [`engine::Boards`] on SQLite.

use async_trait::async_trait;
use engine::Boards;
use engine::board::{BoardCounts, BoardQuery, Listed};
use engine::model::{ConnectionId, Entry, LaneId, Lines};
use jiff::Timestamp;

use super::{board, threads};
use crate::SqliteStore;
use crate::error::Result;

#[async_trait]
impl Boards for SqliteStore {
    async fn thread(&self, lane: LaneId, lines: Lines, limit: u32) -> Result<Vec<Entry>> {
        threads::read(&self.readers, lane, lines, limit).await
    }

    async fn entry(&self, lane: LaneId, name: &str) -> Result<Option<Entry>> {
        threads::one(&self.readers, lane, name).await
    }

    async fn card(&self, lane: LaneId, reader: &str) -> Result<Option<Listed>> {
        board::one(&self.readers, lane, reader).await
    }

    async fn board(&self, query: BoardQuery<'_>) -> Result<Vec<Listed>> {
        board::list(&self.readers, query).await
    }

    async fn board_counts(
        &self,
        connection: ConnectionId,
        holder: &str,
        reader: &str,
    ) -> Result<BoardCounts> {
        board::counts(&self.readers, connection, holder, reader).await
    }

    async fn mark_read(&self, lane: LaneId, reader: &str, seq: i64, at: Timestamp) -> Result<()> {
        let reader = reader.to_owned();
        self.writer.run(move |db| Box::pin(threads::mark_read(db, lane, reader, seq, at))).await
    }
}
