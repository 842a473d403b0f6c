//! Links that make the first owner.

use std::ops::Range;

use cabinet::people::{NewEntry, NewPerson, Person};
use cabinet::tokens::TokenHash;
use jiff::Timestamp;

use super::{Result, accounts};
use crate::error::OrBroken as _;
use crate::session::Session as Db;
use crate::values::micros;

/// Keeps a link, and drops the ones that have ended.
pub(super) async fn add(db: &mut Db, hash: TokenHash, span: Range<Timestamp>) -> Result<()> {
    let (hash, now, expires_at) = (hash.0.as_slice(), micros(span.start), micros(span.end));
    sqlx::query!("DELETE FROM setup_links WHERE expires_at <= $1", now)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!("INSERT INTO setup_links (hash, expires_at) VALUES ($1, $2)", hash, expires_at)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// Makes the first person by a link.
pub(super) async fn redeem(
    db: &mut Db,
    hash: TokenHash,
    person: NewPerson,
    entry: NewEntry,
) -> Result<Option<Person>> {
    // two links redeemed at once would make two first persons
    sqlx::query!("LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE")
        .execute(&mut *db)
        .await
        .or_broken()?;
    if !is_good(db, &hash, person.created_at).await? {
        return Ok(None);
    }
    sqlx::query!("DELETE FROM setup_links").execute(&mut *db).await.or_broken()?;
    accounts::add(db, person, entry).await.map(Some)
}

async fn is_good(db: &mut Db, hash: &TokenHash, now: Timestamp) -> Result<bool> {
    let (hash, now) = (hash.0.as_slice(), micros(now));
    let links = sqlx::query_scalar!(
        r#"SELECT count(*) AS "number!" FROM setup_links WHERE hash = $1 AND expires_at > $2
         AND NOT EXISTS (SELECT 1 FROM people)"#,
        hash,
        now
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(links > 0)
}
