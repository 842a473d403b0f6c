//! Records that several processes share.

use engine::store::Record;
use serde_json::Value;

use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::{from_json, json};

/// The record as it stands.
pub(super) async fn read(db: &mut Session, name: &str) -> Result<Option<Record>> {
    let row = sqlx::query!("SELECT version, value FROM records WHERE name = $1", name)
        .fetch_optional(db)
        .await
        .or_broken()?;
    row.map(|row| {
        Ok(Record { version: row.version.cast_unsigned(), value: from_json(&row.value)? })
    })
    .transpose()
}

/// The records whose names begin so.
pub(super) async fn list(db: &mut Session, beginning: &str) -> Result<Vec<(String, Record)>> {
    let rows = sqlx::query!(
        r#"SELECT name, version, value FROM records WHERE starts_with(name, $1)
           ORDER BY name COLLATE "C""#,
        beginning
    )
    .fetch_all(db)
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
    db: &mut Session,
    name: &str,
    over: Option<u64>,
    value: &Value,
) -> Result<bool> {
    let value = json(value)?;
    let written = match over.map(u64::cast_signed) {
        None => sqlx::query!(
            "INSERT INTO records (name, version, value) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING",
            name,
            value
        )
        .execute(db)
        .await,
        Some(over) => {
            sqlx::query!(
                "UPDATE records SET version = version + 1, value = $1
                 WHERE name = $2 AND version = $3",
                value,
                name,
                over
            )
            .execute(db)
            .await
        }
    };
    Ok(written.or_broken()?.rows_affected() == 1)
}
