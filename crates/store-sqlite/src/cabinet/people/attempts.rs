//! Attempts to sign in.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::Job;
use crate::error::OrBroken;
use crate::values::{count, micros};

/// Notes an attempt and counts those since the moment.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    keys: Vec<String>,
    at: Timestamp,
    since: Timestamp,
) -> Job<Vec<u32>> {
    let (at, since) = (micros(at), micros(since));
    sqlx::query!("DELETE FROM sign_in_attempts WHERE at < ?1", since)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    let mut counts = Vec::with_capacity(keys.len());
    for key in keys {
        sqlx::query!("INSERT INTO sign_in_attempts (key, at) VALUES (?1, ?2)", key, at)
            .execute(&mut *writer)
            .await
            .or_broken()?;
        let number =
            sqlx::query_scalar!("SELECT COUNT(*) FROM sign_in_attempts WHERE key = ?1", key)
                .fetch_one(&mut *writer)
                .await
                .or_broken()?;
        counts.push(count(number));
    }
    Ok(counts)
}

/// Forgets the attempts under a key.
pub(super) async fn forget(writer: &mut SqliteConnection, key: String) -> Job<()> {
    sqlx::query!("DELETE FROM sign_in_attempts WHERE key = ?1", key)
        .execute(writer)
        .await
        .or_broken()?;
    Ok(())
}
