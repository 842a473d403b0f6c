//! Who changed what.

use cabinet::people::{Actor, AuditEntry, AuditPage, AuditQuery, NewEntry};

use super::Result;
use crate::cabinet::rows;
use crate::error::OrBroken as _;
use crate::session::{Session as Db, clean};
use crate::values::{from_json, json, micros, moment};

/// Writes a change down.
pub(super) async fn add(db: &mut Db, entry: NewEntry) -> Result<()> {
    let at = micros(entry.at);
    let (kind, action) = (entry.actor.kind.as_str(), entry.action.as_str());
    let (before, after) = (json(&entry.before)?, json(&entry.after)?);
    sqlx::query!(
        "INSERT INTO audit (at, actor_kind, actor, action, subject, before, after)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        at,
        kind,
        &clean(&entry.actor.name),
        action,
        &clean(&entry.subject),
        before,
        after
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

struct Row {
    id: i64,
    at: i64,
    actor_kind: String,
    actor: String,
    action: String,
    subject: String,
    before: String,
    after: String,
}

impl Row {
    fn entry(self) -> Result<AuditEntry> {
        let kind = rows::word("audit.actor_kind", &self.actor_kind)?;
        let entry = NewEntry {
            at: moment(self.at)?,
            actor: Actor { kind, name: self.actor },
            action: rows::word("audit.action", &self.action)?,
            subject: self.subject,
            before: from_json(&self.before)?,
            after: from_json(&self.after)?,
        };
        Ok(AuditEntry { id: self.id, entry })
    }
}

/// A page, the newest first.
pub(super) async fn list(db: &mut Db, query: AuditQuery) -> Result<AuditPage> {
    let (subject, before) = (query.subject, query.before.unwrap_or(i64::MAX));
    // one more than asked for tells whether there is a next page
    let limit = i64::from(query.limit) + 1;
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id AS "id!", at, actor_kind, actor, action, subject, before, after FROM audit
           WHERE id < $1 AND ($2::text IS NULL OR subject = $2) ORDER BY id DESC LIMIT $3"#,
        before,
        subject,
        limit
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    let more = i64::try_from(rows.len()).is_ok_and(|number| number == limit);
    let mut items = rows.into_iter().map(Row::entry).collect::<Result<Vec<_>>>()?;
    if more {
        items.pop();
    }
    let next = items.last().filter(|_| more).map(|last| last.id);
    Ok(AuditPage { items, next })
}
