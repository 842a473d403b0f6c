//! Sessions.

use cabinet::people::{NewSession, Person, PersonId, Session, SessionId};
use cabinet::stored::people::{PersonRow, SessionRow};
use cabinet::tokens::TokenHash;
use jiff::Timestamp;
use sqlx::{SqliteConnection, SqlitePool};

use super::{Job, Result};
use crate::cabinet::rows::broken;
use crate::error::OrBroken;
use crate::values::micros;

/// Keeps a session, and drops those of everybody that have ended.
pub(super) async fn add(writer: &mut SqliteConnection, session: NewSession) -> Job<Session> {
    let (hash, created_at) = (session.hash.0.as_slice(), micros(session.created_at));
    let expires_at = micros(session.expires_at);
    sqlx::query!("DELETE FROM sessions WHERE expires_at <= ?1", created_at)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO sessions (person_id, hash, created_at, last_seen_at, expires_at, user_agent)
           VALUES (?1, ?2, ?3, ?3, ?4, ?5) RETURNING id AS "id!""#,
        session.person.0,
        hash,
        created_at,
        expires_at,
        session.user_agent
    )
    .fetch_one(writer)
    .await
    .or_broken()?;
    Ok(Session {
        id: SessionId(id),
        person: session.person,
        created_at: session.created_at,
        last_seen_at: session.created_at,
        expires_at: session.expires_at,
        user_agent: session.user_agent,
    })
}

/// The session of a token and whose it is.
pub(super) async fn by_hash(
    readers: &SqlitePool,
    hash: &TokenHash,
    now: Timestamp,
) -> Result<Option<(Session, Person)>> {
    let (hash, now) = (hash.0.as_slice(), micros(now));
    let row = sqlx::query!(
        r#"SELECT s.id AS "id!", s.person_id, s.created_at, s.last_seen_at, s.expires_at,
             s.user_agent, p.email, p.role, p.created_at AS person_created_at
           FROM sessions s JOIN people p ON p.id = s.person_id
           WHERE s.hash = ?1 AND s.expires_at > ?2"#,
        hash,
        now
    )
    .fetch_optional(readers)
    .await
    .map_err(broken)?;
    row.map(|row| {
        let person = PersonRow {
            id: row.person_id,
            email: row.email,
            role: row.role,
            created_at: row.person_created_at,
            last_seen_at: Some(row.last_seen_at),
        };
        let session = SessionRow {
            id: row.id,
            person_id: row.person_id,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
            user_agent: row.user_agent,
        };
        Ok((session.session()?, person.person()?))
    })
    .transpose()
}

/// Notes that a session was used.
pub(super) async fn see(writer: &mut SqliteConnection, id: SessionId, at: Timestamp) -> Job<()> {
    let at = micros(at);
    sqlx::query!("UPDATE sessions SET last_seen_at = ?2 WHERE id = ?1", id.0, at)
        .execute(writer)
        .await
        .or_broken()?;
    Ok(())
}

/// The sessions of a person, the last used first.
pub(super) async fn of_person(
    readers: &SqlitePool,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Session>> {
    let now = micros(now);
    let rows = sqlx::query_as!(
        SessionRow,
        r#"SELECT id AS "id!", person_id, created_at, last_seen_at, expires_at, user_agent
           FROM sessions WHERE person_id = ?1 AND expires_at > ?2
           ORDER BY last_seen_at DESC, id DESC"#,
        person.0,
        now
    )
    .fetch_all(readers)
    .await
    .map_err(broken)?;
    rows.into_iter().map(SessionRow::session).collect()
}

/// Ends a session.
pub(super) async fn end(
    writer: &mut SqliteConnection,
    person: PersonId,
    id: SessionId,
) -> Job<bool> {
    let ended =
        sqlx::query!("DELETE FROM sessions WHERE id = ?1 AND person_id = ?2", id.0, person.0)
            .execute(writer)
            .await
            .or_broken()?;
    Ok(ended.rows_affected() > 0)
}
