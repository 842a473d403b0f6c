//! The rows of people, their sessions and the audit.

use engine::stored::values::{from_json, maybe_moment, moment};

use super::word;
use crate::people::{Actor, AuditEntry, AuditPage, NewEntry, Person, PersonId, Session, SessionId};
use crate::store::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// A row of people.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct PersonRow {
    pub id: i64,
    pub email: String,
    pub role: String,
    pub created_at: i64,
    pub last_seen_at: Option<i64>,
}

impl PersonRow {
    /// The person of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn person(self) -> Result<Person> {
        Ok(Person {
            id: PersonId(self.id),
            email: word("people.email", &self.email)?,
            role: word("people.role", &self.role)?,
            created_at: moment(self.created_at)?,
            last_seen_at: maybe_moment(self.last_seen_at)?,
        })
    }
}

/// A row of sessions.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct SessionRow {
    pub id: i64,
    pub person_id: i64,
    pub created_at: i64,
    pub last_seen_at: i64,
    pub expires_at: i64,
    pub user_agent: String,
}

impl SessionRow {
    /// The session of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn session(self) -> Result<Session> {
        Ok(Session {
            id: SessionId(self.id),
            person: PersonId(self.person_id),
            created_at: moment(self.created_at)?,
            last_seen_at: moment(self.last_seen_at)?,
            expires_at: moment(self.expires_at)?,
            user_agent: self.user_agent,
        })
    }
}

/// A row of the audit.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct AuditRow {
    pub id: i64,
    pub at: i64,
    pub actor_kind: String,
    pub actor: String,
    pub action: String,
    pub subject: String,
    pub before: String,
    pub after: String,
}

impl AuditRow {
    fn entry(self) -> Result<AuditEntry> {
        let kind = word("audit.actor_kind", &self.actor_kind)?;
        let entry = NewEntry {
            at: moment(self.at)?,
            actor: Actor { kind, name: self.actor },
            action: word("audit.action", &self.action)?,
            subject: self.subject,
            before: from_json(&self.before)?,
            after: from_json(&self.after)?,
        };
        Ok(AuditEntry { id: self.id, entry })
    }
}

/// A page of the audit, made of rows of which one more than `limit` was asked for: it tells whether
/// there is a next page.
///
/// # Errors
/// A row can't be read.
pub fn audit_page(rows: Vec<AuditRow>, limit: u32) -> Result<AuditPage> {
    let more = i64::try_from(rows.len()).is_ok_and(|number| number == i64::from(limit) + 1);
    let mut items = rows.into_iter().map(AuditRow::entry).collect::<Result<Vec<_>>>()?;
    if more {
        items.pop();
    }
    let next = items.last().filter(|_| more).map(|last| last.id);
    Ok(AuditPage { items, next })
}
