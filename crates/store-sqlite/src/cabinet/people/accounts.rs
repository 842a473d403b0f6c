//! Accounts.

use cabinet::people::{
    Changed, Email, NewEntry, NewPerson, PasswordHash, Person, PersonId, SessionId,
};
use cabinet::store::StoreError;
use cabinet::stored::people::PersonRow;
use sqlx::{SqliteConnection, SqlitePool};

use super::{Job, Result, audit};
use crate::cabinet::rows::broken;
use crate::error::OrBroken;
use crate::values::micros;

/// Everybody, by e-mail.
pub(super) async fn everybody(readers: &SqlitePool) -> Result<Vec<Person>> {
    let rows = sqlx::query_as!(
        PersonRow,
        r#"SELECT p.id AS "id!", p.email, p.role, p.created_at,
             (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.person_id = p.id)
               AS "last_seen_at: i64"
           FROM people p ORDER BY p.email"#
    )
    .fetch_all(readers)
    .await
    .map_err(broken)?;
    rows.into_iter().map(PersonRow::person).collect()
}

/// One person.
pub(super) async fn one(readers: &SqlitePool, id: PersonId) -> Result<Option<Person>> {
    let row = sqlx::query_as!(
        PersonRow,
        r#"SELECT p.id AS "id!", p.email, p.role, p.created_at,
             (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.person_id = p.id)
               AS "last_seen_at: i64"
           FROM people p WHERE p.id = ?1"#,
        id.0
    )
    .fetch_optional(readers)
    .await
    .map_err(broken)?;
    row.map(PersonRow::person).transpose()
}

/// The person of an e-mail, with his password.
pub(super) async fn credentials(
    readers: &SqlitePool,
    email: &Email,
) -> Result<Option<(Person, PasswordHash)>> {
    let email = email.as_str();
    let found = sqlx::query!(
        r#"SELECT id AS "id!", email, role, password, created_at FROM people WHERE email = ?1"#,
        email
    )
    .fetch_optional(readers)
    .await
    .map_err(broken)?;
    found
        .map(|row| {
            let hash = PasswordHash::stored(row.password);
            let row = PersonRow {
                id: row.id,
                email: row.email,
                role: row.role,
                created_at: row.created_at,
                last_seen_at: None,
            };
            Ok((row.person()?, hash))
        })
        .transpose()
}

/// Lets somebody in.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    person: NewPerson,
    entry: NewEntry,
) -> Job<Result<Person>> {
    let Some(person) = insert(writer, person).await? else { return Ok(Err(StoreError::Conflict)) };
    audit::add(writer, entry).await?;
    Ok(Ok(person))
}

/// The new row; `None` when the e-mail is taken.
pub(super) async fn insert(
    writer: &mut SqliteConnection,
    person: NewPerson,
) -> Job<Option<Person>> {
    let (email, role) = (person.email.as_str(), person.role.as_str());
    let (password, created_at) = (person.password.as_str(), micros(person.created_at));
    let id = sqlx::query_scalar!(
        "INSERT INTO people (email, role, password, created_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (email) DO NOTHING RETURNING id",
        email,
        role,
        password,
        created_at
    )
    .fetch_optional(writer)
    .await
    .or_broken()?;
    Ok(id.map(|id| Person {
        id: PersonId(id),
        email: person.email,
        role: person.role,
        created_at: person.created_at,
        last_seen_at: None,
    }))
}

/// Gives a person another password and ends his sessions, all but `spare`.
pub(super) async fn set_password(
    writer: &mut SqliteConnection,
    (id, password, spare): (PersonId, PasswordHash, Option<SessionId>),
    entry: NewEntry,
) -> Job<Changed> {
    let password = password.as_str();
    let changed = sqlx::query!("UPDATE people SET password = ?2 WHERE id = ?1", id.0, password)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    if changed.rows_affected() == 0 {
        return Ok(Changed::Unknown);
    }
    // sessions are numbered from 1
    let spare = spare.map_or(0, |session| session.0);
    sqlx::query!("DELETE FROM sessions WHERE person_id = ?1 AND id <> ?2", id.0, spare)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    audit::add(writer, entry).await?;
    Ok(Changed::Done)
}
