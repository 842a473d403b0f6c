//! Links by which somebody who is signed in enters a framed page.

use std::ops::Range;

use cabinet::people::{Person, PersonId};
use cabinet::stored::people::PersonRow;
use cabinet::tokens::TokenHash;
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::{Job, Result};
use crate::error::OrBroken;
use crate::values::micros;

/// Keeps a link, and drops the ones that have ended.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    hash: TokenHash,
    person: PersonId,
    span: Range<Timestamp>,
) -> Job<()> {
    let (hash, now, expires_at) = (hash.0.as_slice(), micros(span.start), micros(span.end));
    sqlx::query!("DELETE FROM entry_links WHERE expires_at <= ?1", now)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    sqlx::query!(
        "INSERT INTO entry_links (hash, person_id, expires_at) VALUES (?1, ?2, ?3)",
        hash,
        person.0,
        expires_at
    )
    .execute(writer)
    .await
    .or_broken()?;
    Ok(())
}

/// Whose link it is, which ends by that.
pub(super) async fn redeem(
    writer: &mut SqliteConnection,
    hash: TokenHash,
    now: Timestamp,
) -> Job<Result<Option<Person>>> {
    let (hash, now) = (hash.0.as_slice(), micros(now));
    let found = sqlx::query_as!(
        PersonRow,
        r#"SELECT p.id AS "id!", p.email AS "email!", p.role AS "role!", p.created_at AS "created_at!", NULL AS "last_seen_at: i64"
           FROM people p JOIN entry_links l ON l.person_id = p.id
           WHERE l.hash = ?1 AND l.expires_at > ?2"#,
        hash,
        now
    )
    .fetch_optional(&mut *writer)
    .await
    .or_broken()?;
    sqlx::query!("DELETE FROM entry_links WHERE hash = ?1", hash)
        .execute(writer)
        .await
        .or_broken()?;
    Ok(found.map(PersonRow::person).transpose())
}
