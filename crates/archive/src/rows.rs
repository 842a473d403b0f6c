//! What a store gives and takes.

use async_trait::async_trait;

use crate::{Cell, Row, Table};

/// A store could not give or take rows.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ArchiveError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl ArchiveError {
    /// What went wrong.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

/// One moment's state of a database.
#[async_trait]
pub trait Source: Send {
    /// Every table of the program, [in order](crate::in_order).
    async fn tables(&mut self) -> Result<Vec<Table>, ArchiveError>;

    /// How many rows a table has.
    async fn count(&mut self, table: &Table) -> Result<u64, ArchiveError>;

    /// The rows whose keys come after the given one, in the order of their keys (texts byte by byte), at
    /// most so many.
    async fn rows(
        &mut self,
        table: &Table,
        after: Option<&[Cell]>,
        limit: u32,
    ) -> Result<Vec<Row>, ArchiveError>;

    /// The greatest key; `None` when the table is empty.
    async fn last_key(&mut self, table: &Table) -> Result<Option<Vec<Cell>>, ArchiveError>;
}

/// A database that is being filled.
#[async_trait]
pub trait Target: Send + Sync {
    /// Looks at it as it is now.
    async fn look(&self) -> Result<Box<dyn Source>, ArchiveError>;

    /// What is copied into it, when that was begun and not finished.
    async fn under_way(&self) -> Result<Option<String>, ArchiveError>;

    /// Marks it as being filled from such a place, or as complete (`None`).
    async fn mark(&self, from: Option<&str>) -> Result<(), ArchiveError>;

    /// Adds rows, all or none.
    async fn add(&self, table: &Table, rows: Vec<Row>) -> Result<(), ArchiveError>;

    /// Lets new rows get numbers after those that were added.
    async fn number_on(&self, table: &Table) -> Result<(), ArchiveError>;
}
