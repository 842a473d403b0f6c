//! A table's checksum, the same on every store.

use sha2::{Digest as _, Sha256};

use crate::{ArchiveError, Cell, Source, Table};

/// How many rows are read at once.
const BATCH: u32 = 1000;

/// What a table holds, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checksum {
    /// How many rows.
    pub rows: u64,
    /// SHA-256 of all cells in the order of keys, hex.
    pub digest: String,
}

/// Reads a table through.
///
/// # Errors
/// The store fails.
pub async fn checksum(source: &mut dyn Source, table: &Table) -> Result<Checksum, ArchiveError> {
    let mut hash = Sha256::new();
    let (mut rows, mut after) = (0, None);
    loop {
        let batch = source.rows(table, after.as_deref(), BATCH).await?;
        let Some(last) = batch.last() else { break };
        after = Some(table.key_of(last));
        rows += batch.len() as u64;
        batch.iter().flatten().for_each(|cell| feed(&mut hash, cell));
    }
    Ok(Checksum { rows, digest: hex::encode(hash.finalize()) })
}

/// Each cell with its kind and length, so that no two different rows read alike.
fn feed(hash: &mut Sha256, cell: &Cell) {
    let (kind, bytes) = match cell {
        Cell::Null => (0_u8, Vec::new()),
        Cell::Int(number) => (1, number.to_be_bytes().to_vec()),
        Cell::Text(text) => (2, text.as_bytes().to_vec()),
        Cell::Bytes(bytes) => (3, bytes.clone()),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}
