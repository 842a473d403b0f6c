//! Who changed what.

use cabinet::people::{AuditPage, AuditQuery, NewEntry};
use cabinet::stored::people::{AuditRow, audit_page};
use sqlx::{SqliteConnection, SqlitePool};

use super::{Job, Result};
use crate::cabinet::rows::broken;
use crate::error::OrBroken;
use crate::values::{json, micros};

/// Writes a change down.
pub(super) async fn add(writer: &mut SqliteConnection, entry: NewEntry) -> Job<()> {
    let at = micros(entry.at);
    let (kind, action) = (entry.actor.kind.as_str(), entry.action.as_str());
    let (before, after) = (json(&entry.before)?, json(&entry.after)?);
    sqlx::query!(
        "INSERT INTO audit (at, actor_kind, actor, action, subject, before, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        at,
        kind,
        entry.actor.name,
        action,
        entry.subject,
        before,
        after
    )
    .execute(writer)
    .await
    .or_broken()?;
    Ok(())
}

/// A page, the newest first.
pub(super) async fn list(readers: &SqlitePool, query: AuditQuery) -> Result<AuditPage> {
    let (subject, before) = (query.subject, query.before.unwrap_or(i64::MAX));
    let limit = i64::from(query.limit) + 1;
    let rows = sqlx::query_as!(
        AuditRow,
        r#"SELECT id AS "id!", at, actor_kind, actor, action, subject, before, after FROM audit
           WHERE id < ?1 AND (?2 IS NULL OR subject = ?2) ORDER BY id DESC LIMIT ?3"#,
        before,
        subject,
        limit
    )
    .fetch_all(readers)
    .await
    .map_err(broken)?;
    audit_page(rows, query.limit)
}
