//! [`engine::Boards`] on PostgreSQL.

use async_trait::async_trait;
use engine::Boards;
use engine::board::{BoardCounts, BoardQuery, Listed};
use engine::model::{ConnectionId, Entry, LaneId, Lines};
use jiff::Timestamp;

use super::{board, threads};
use crate::PostgresStore;
use crate::error::Result;

#[async_trait]
impl Boards for PostgresStore {
    async fn thread(&self, lane: LaneId, lines: Lines, limit: u32) -> Result<Vec<Entry>> {
        let mut db = self.read().await?;
        let done = threads::read(&mut db, lane, lines, limit).await;
        db.finish(done).await
    }

    async fn entry(&self, lane: LaneId, name: &str) -> Result<Option<Entry>> {
        let mut db = self.read().await?;
        let done = threads::one(&mut db, lane, name).await;
        db.finish(done).await
    }

    async fn card(&self, lane: LaneId, reader: &str) -> Result<Option<Listed>> {
        let mut db = self.read().await?;
        let done = board::one(&mut db, lane, reader).await;
        db.finish(done).await
    }

    async fn board(&self, query: BoardQuery<'_>) -> Result<Vec<Listed>> {
        let mut db = self.read().await?;
        let done = board::list(&mut db, query).await;
        db.finish(done).await
    }

    async fn board_counts(
        &self,
        connection: ConnectionId,
        holder: &str,
        reader: &str,
    ) -> Result<BoardCounts> {
        let mut db = self.read().await?;
        let done = board::counts(&mut db, connection, holder, reader).await;
        db.finish(done).await
    }

    async fn mark_read(&self, lane: LaneId, reader: &str, seq: i64, at: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        let done = threads::mark_read(&mut db, lane, reader, seq, at).await;
        db.finish(done).await
    }
}
