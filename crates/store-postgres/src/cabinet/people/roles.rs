//! Changes that must leave somebody who can manage accounts.

use cabinet::people::{Changed, NewEntry, PersonId};
use cabinet::tokens::Role;

use super::{Result, audit};
use crate::error::OrBroken as _;
use crate::session::Session as Db;

/// Gives a person another role.
pub(super) async fn set(db: &mut Db, id: PersonId, role: Role, entry: NewEntry) -> Result<Changed> {
    if role != Role::Owner {
        let standing = standing(db, id).await?;
        if standing != Changed::Done {
            return Ok(standing);
        }
    }
    let role = role.as_str();
    let changed = sqlx::query!("UPDATE people SET role = $2 WHERE id = $1", id.0, role)
        .execute(&mut *db)
        .await
        .or_broken()?;
    if changed.rows_affected() == 0 {
        return Ok(Changed::Unknown);
    }
    audit::add(db, entry).await?;
    Ok(Changed::Done)
}

/// Lets a person in no more and ends his sessions.
pub(super) async fn remove(db: &mut Db, id: PersonId, entry: NewEntry) -> Result<Changed> {
    let standing = standing(db, id).await?;
    if standing != Changed::Done {
        return Ok(standing);
    }
    sqlx::query!("DELETE FROM sessions WHERE person_id = $1", id.0)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!("DELETE FROM operators WHERE person_id = $1", id.0)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!("DELETE FROM entry_links WHERE person_id = $1", id.0)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!("DELETE FROM people WHERE id = $1", id.0).execute(&mut *db).await.or_broken()?;
    audit::add(db, entry).await?;
    Ok(Changed::Done)
}

/// Whether somebody may cease to be an owner. Until the transaction ends nobody else ceases.
async fn standing(db: &mut Db, id: PersonId) -> Result<Changed> {
    sqlx::query!("LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE")
        .execute(&mut *db)
        .await
        .or_broken()?;
    let role = sqlx::query_scalar!("SELECT role FROM people WHERE id = $1", id.0)
        .fetch_optional(&mut *db)
        .await
        .or_broken()?;
    let Some(role) = role else { return Ok(Changed::Unknown) };
    if role != Role::Owner.as_str() {
        return Ok(Changed::Done);
    }
    let owners =
        sqlx::query_scalar!(r#"SELECT count(*) AS "number!" FROM people WHERE role = 'owner'"#)
            .fetch_one(&mut *db)
            .await
            .or_broken()?;
    Ok(if owners > 1 { Changed::Done } else { Changed::LastOwner })
}
