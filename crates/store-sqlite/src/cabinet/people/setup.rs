//! Links that make the first owner.

use std::ops::Range;

use cabinet::people::{NewEntry, NewPerson, Person};
use cabinet::tokens::TokenHash;
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::{Job, Result, accounts};
use crate::error::OrBroken;
use crate::values::micros;

/// Keeps a link, and drops the ones that have ended.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    hash: TokenHash,
    span: Range<Timestamp>,
) -> Job<()> {
    let (hash, now, expires_at) = (hash.0.as_slice(), micros(span.start), micros(span.end));
    sqlx::query!("DELETE FROM setup_links WHERE expires_at <= ?1", now)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    sqlx::query!("INSERT INTO setup_links (hash, expires_at) VALUES (?1, ?2)", hash, expires_at)
        .execute(writer)
        .await
        .or_broken()?;
    Ok(())
}

/// Makes the first person by a link.
pub(super) async fn redeem(
    writer: &mut SqliteConnection,
    hash: TokenHash,
    person: NewPerson,
    entry: NewEntry,
) -> Job<Result<Option<Person>>> {
    if !is_good(writer, &hash, person.created_at).await? {
        return Ok(Ok(None));
    }
    sqlx::query!("DELETE FROM setup_links").execute(&mut *writer).await.or_broken()?;
    match accounts::add(writer, person, entry).await? {
        Ok(person) => Ok(Ok(Some(person))),
        Err(error) => Ok(Err(error)),
    }
}

async fn is_good(writer: &mut SqliteConnection, hash: &TokenHash, now: Timestamp) -> Job<bool> {
    let (hash, now) = (hash.0.as_slice(), micros(now));
    let links = sqlx::query_scalar!(
        "SELECT COUNT(*) FROM setup_links WHERE hash = ?1 AND expires_at > ?2
         AND NOT EXISTS (SELECT 1 FROM people)",
        hash,
        now
    )
    .fetch_one(writer)
    .await
    .or_broken()?;
    Ok(links > 0)
}
