//! Attempts to sign in.

use jiff::Timestamp;

use super::Result;
use crate::error::OrBroken as _;
use crate::session::Session as Db;
use crate::values::{count, micros};

/// Notes an attempt and counts those since the moment.
pub(super) async fn add(
    db: &mut Db,
    keys: Vec<String>,
    at: Timestamp,
    since: Timestamp,
) -> Result<Vec<u32>> {
    let (at, since) = (micros(at), micros(since));
    sqlx::query!("DELETE FROM sign_in_attempts WHERE at < $1", since)
        .execute(&mut *db)
        .await
        .or_broken()?;
    let mut counts = Vec::with_capacity(keys.len());
    for key in keys {
        sqlx::query!("INSERT INTO sign_in_attempts (key, at) VALUES ($1, $2)", key, at)
            .execute(&mut *db)
            .await
            .or_broken()?;
        let number = sqlx::query_scalar!(
            r#"SELECT count(*) AS "number!" FROM sign_in_attempts WHERE key = $1"#,
            key
        )
        .fetch_one(&mut *db)
        .await
        .or_broken()?;
        counts.push(count(number));
    }
    Ok(counts)
}

/// Forgets the attempts under a key.
pub(super) async fn forget(db: &mut Db, key: String) -> Result<()> {
    sqlx::query!("DELETE FROM sign_in_attempts WHERE key = $1", key)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}
