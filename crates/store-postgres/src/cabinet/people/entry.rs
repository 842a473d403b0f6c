//! Links by which somebody who is signed in enters a framed page.

use std::ops::Range;

use cabinet::people::{Person, PersonId};
use cabinet::stored::people::PersonRow;
use cabinet::tokens::TokenHash;
use jiff::Timestamp;

use super::Result;
use crate::error::OrBroken as _;
use crate::session::Session as Db;
use crate::values::micros;

/// Keeps a link, and drops the ones that have ended.
pub(super) async fn add(
    db: &mut Db,
    hash: TokenHash,
    person: PersonId,
    span: Range<Timestamp>,
) -> Result<()> {
    let (hash, now, expires_at) = (hash.0.as_slice(), micros(span.start), micros(span.end));
    sqlx::query!("DELETE FROM entry_links WHERE expires_at <= $1", now)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!(
        "INSERT INTO entry_links (hash, person_id, expires_at) VALUES ($1, $2, $3)",
        hash,
        person.0,
        expires_at
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Whose link it is, which ends by that.
pub(super) async fn redeem(db: &mut Db, hash: TokenHash, now: Timestamp) -> Result<Option<Person>> {
    let (hash, now) = (hash.0.as_slice(), micros(now));
    // whoever deletes the row is the one who enters
    let found = sqlx::query_as!(
        PersonRow,
        r#"WITH redeemed AS (DELETE FROM entry_links WHERE hash = $1 RETURNING person_id, expires_at)
           SELECT p.id AS "id!", p.email, p.role, p.created_at, NULL::bigint AS "last_seen_at"
           FROM people p JOIN redeemed r ON r.person_id = p.id WHERE r.expires_at > $2"#,
        hash,
        now
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    found.map(PersonRow::person).transpose()
}
