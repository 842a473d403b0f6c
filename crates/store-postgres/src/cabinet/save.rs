//! Saving a version.

use cabinet::connections::Version;
use cabinet::store::{Head, Save, StoreError, StoredSecret, Which};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use super::{Result, connections, hook_keys};
use crate::error::OrBroken as _;
use crate::session::{Session, clean};
use crate::values::{json, micros};

/// Saves a new version: settings, secrets and missing hook keys.
pub(super) async fn run(db: &mut Session, save: Save) -> Result<Head> {
    let present = connections::head(db, &Which::Name(save.name.clone())).await?;
    if present.as_ref().map(|head| head.version) != save.over {
        return Err(StoreError::Conflict);
    }
    let head = match present {
        Some(head) => update(db, head, &save.title).await?,
        None => create(db, &save.name, &save.title).await?,
    };
    add_version(db, &head, &save).await?;
    replace_secrets(db, head.id, save.secrets).await?;
    for key in save.hook_keys {
        hook_keys::put(db, head.id, key).await?;
    }
    Ok(head)
}

/// Makes a connection, unless another node makes one of that name at the moment.
async fn create(db: &mut Session, name: &ConnectionName, title: &str) -> Result<Head> {
    let version = Version::FIRST;
    let id = sqlx::query_scalar!(
        "INSERT INTO connections (name, title, version) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO NOTHING RETURNING id",
        name.as_str(),
        &clean(title),
        version.0
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    let id = ConnectionId(id.ok_or(StoreError::Conflict)?);
    Ok(Head { id, name: name.clone(), version })
}

/// Names the next version, unless another node does so at the moment.
async fn update(db: &mut Session, head: Head, title: &str) -> Result<Head> {
    let version = head.version.next();
    let updated = sqlx::query!(
        "UPDATE connections SET title = $2, version = $3 WHERE id = $1 AND version = $4",
        head.id.0,
        &clean(title),
        version.0,
        head.version.0
    )
    .execute(db)
    .await
    .or_broken()?;
    if updated.rows_affected() == 0 {
        return Err(StoreError::Conflict);
    }
    Ok(Head { version, ..head })
}

async fn add_version(db: &mut Session, head: &Head, save: &Save) -> Result<()> {
    sqlx::query!(
        "INSERT INTO versions (connection_id, version, settings, author, saved_at)
         VALUES ($1, $2, $3, $4, $5)",
        head.id.0,
        head.version.0,
        json(&save.settings)?,
        &clean(&save.author),
        micros(save.at)
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

async fn replace_secrets(
    db: &mut Session,
    id: ConnectionId,
    secrets: Vec<StoredSecret>,
) -> Result<()> {
    sqlx::query!("DELETE FROM secrets WHERE connection_id = $1", id.0)
        .execute(&mut *db)
        .await
        .or_broken()?;
    for StoredSecret { path, sealed } in secrets {
        sqlx::query!(
            "INSERT INTO secrets (connection_id, path, key_id, sealed) VALUES ($1, $2, $3, $4)",
            id.0,
            path.as_str(),
            sealed.key_id.as_str(),
            sealed.bytes
        )
        .execute(&mut *db)
        .await
        .or_broken()?;
    }
    Ok(())
}
