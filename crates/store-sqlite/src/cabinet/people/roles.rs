//! Changes that must leave somebody who can manage accounts.

use cabinet::people::{Changed, NewEntry, PersonId};
use cabinet::tokens::Role;
use sqlx::SqliteConnection;

use super::{Job, audit};
use crate::error::OrBroken;

/// Gives a person another role.
pub(super) async fn set(
    writer: &mut SqliteConnection,
    id: PersonId,
    role: Role,
    entry: NewEntry,
) -> Job<Changed> {
    if role != Role::Owner {
        let standing = standing(writer, id).await?;
        if standing != Changed::Done {
            return Ok(standing);
        }
    }
    let role = role.as_str();
    let changed = sqlx::query!("UPDATE people SET role = ?2 WHERE id = ?1", id.0, role)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    if changed.rows_affected() == 0 {
        return Ok(Changed::Unknown);
    }
    audit::add(writer, entry).await?;
    Ok(Changed::Done)
}

/// Lets a person in no more and ends his sessions.
pub(super) async fn remove(
    writer: &mut SqliteConnection,
    id: PersonId,
    entry: NewEntry,
) -> Job<Changed> {
    let standing = standing(writer, id).await?;
    if standing != Changed::Done {
        return Ok(standing);
    }
    sqlx::query!("DELETE FROM sessions WHERE person_id = ?1", id.0)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    sqlx::query!("DELETE FROM operators WHERE person_id = ?1", id.0)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    sqlx::query!("DELETE FROM entry_links WHERE person_id = ?1", id.0)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    sqlx::query!("DELETE FROM people WHERE id = ?1", id.0)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    audit::add(writer, entry).await?;
    Ok(Changed::Done)
}

/// Whether somebody may cease to be an owner. There is one writer, so nobody else ceases meanwhile.
async fn standing(writer: &mut SqliteConnection, id: PersonId) -> Job<Changed> {
    let role = sqlx::query_scalar!("SELECT role FROM people WHERE id = ?1", id.0)
        .fetch_optional(&mut *writer)
        .await
        .or_broken()?;
    let Some(role) = role else { return Ok(Changed::Unknown) };
    if role != Role::Owner.as_str() {
        return Ok(Changed::Done);
    }
    let owners = sqlx::query_scalar!("SELECT COUNT(*) FROM people WHERE role = 'owner'")
        .fetch_one(&mut *writer)
        .await
        .or_broken()?;
    Ok(if owners > 1 { Changed::Done } else { Changed::LastOwner })
}
