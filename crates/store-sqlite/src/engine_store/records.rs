//! Records that several processes share.

use engine::store::Record;
use serde_json::Value;
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{OrBroken, Result};
use crate::values::{from_json, json};

/// The record as it stands.
pub(super) async fn read(readers: &SqlitePool, name: &str) -> Result<Option<Record>> {
    let row = sqlx::query!("SELECT version, value FROM records WHERE name = ?", name)
        .fetch_optional(readers)
        .await
        .or_broken()?;
    row.map(|row| {
        Ok(Record { version: row.version.cast_unsigned(), value: from_json(&row.value)? })
    })
    .transpose()
}

/// The records whose names begin so.
pub(super) async fn list(readers: &SqlitePool, beginning: &str) -> Result<Vec<(String, Record)>> {
    let rows = sqlx::query!(
        "SELECT name, version, value FROM records WHERE substr(name, 1, length(?1)) = ?1
         ORDER BY name",
        beginning
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            let version = row.version.cast_unsigned();
            Ok((row.name, Record { version, value: from_json(&row.value)? }))
        })
        .collect()
}

/// Writes it over the version that was read.
pub(super) async fn swap(
    db: &mut SqliteConnection,
    name: String,
    over: Option<u64>,
    value: Value,
) -> Result<bool> {
    let value = json(&value)?;
    let written = match over.map(u64::cast_signed) {
        None => sqlx::query!(
            "INSERT INTO records (name, version, value) VALUES (?, 1, ?) ON CONFLICT DO NOTHING",
            name,
            value
        )
        .execute(db)
        .await,
        Some(over) => sqlx::query!(
            "UPDATE records SET version = version + 1, value = ? WHERE name = ? AND version = ?",
            value,
            name,
            over
        )
        .execute(db)
        .await,
    };
    Ok(written.or_broken()?.rows_affected() == 1)
}
