//! Saving a version.

use cabinet::connections::Version;
use cabinet::store::{Head, Save, StoreError, StoredSecret, Which};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;
use sqlx::SqliteConnection;

use super::{Result, connections, hook_keys};
use crate::error::OrBroken;
use crate::values::{json, micros};

/// The writer undoes a job that fails, so a refusal, which has changed nothing yet, is not a failure
/// to it.
type Job<T> = std::result::Result<T, engine::StoreError>;

/// Saves a new version: settings, secrets and missing hook keys.
pub(super) async fn run(writer: &mut SqliteConnection, save: Save) -> Job<Result<Head>> {
    let present = match connections::head(writer, &Which::Name(save.name.clone())).await {
        Ok(present) => present,
        Err(error) => return Ok(Err(error)),
    };
    if present.as_ref().map(|head| head.version) != save.over {
        return Ok(Err(StoreError::Conflict));
    }
    let head = match present {
        Some(head) => update(writer, head, &save.title).await?,
        None => create(writer, &save.name, &save.title).await?,
    };
    add_version(writer, &head, &save).await?;
    replace_secrets(writer, head.id, save.secrets).await?;
    for key in save.hook_keys {
        hook_keys::put(writer, head.id, key).await?;
    }
    Ok(Ok(head))
}

async fn create(writer: &mut SqliteConnection, name: &ConnectionName, title: &str) -> Job<Head> {
    let (text, version) = (name.as_str(), Version::FIRST);
    let id = sqlx::query_scalar!(
        "INSERT INTO connections (name, title, version) VALUES (?1, ?2, ?3) RETURNING id",
        text,
        title,
        version.0
    )
    .fetch_one(writer)
    .await
    .or_broken()?;
    Ok(Head { id: ConnectionId(id), name: name.clone(), version })
}

async fn update(writer: &mut SqliteConnection, head: Head, title: &str) -> Job<Head> {
    let version = head.version.next();
    sqlx::query!(
        "UPDATE connections SET title = ?2, version = ?3 WHERE id = ?1",
        head.id.0,
        title,
        version.0
    )
    .execute(writer)
    .await
    .or_broken()?;
    Ok(Head { version, ..head })
}

async fn add_version(writer: &mut SqliteConnection, head: &Head, save: &Save) -> Job<()> {
    let (settings, at) = (json(&save.settings)?, micros(save.at));
    sqlx::query!(
        "INSERT INTO versions (connection_id, version, settings, author, saved_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        head.id.0,
        head.version.0,
        settings,
        save.author,
        at
    )
    .execute(writer)
    .await
    .or_broken()?;
    Ok(())
}

async fn replace_secrets(
    writer: &mut SqliteConnection,
    id: ConnectionId,
    secrets: Vec<StoredSecret>,
) -> Job<()> {
    sqlx::query!("DELETE FROM secrets WHERE connection_id = ?1", id.0)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    for StoredSecret { path, sealed } in secrets {
        let (path, key_id) = (path.as_str(), sealed.key_id.as_str());
        sqlx::query!(
            "INSERT INTO secrets (connection_id, path, key_id, sealed) VALUES (?1, ?2, ?3, ?4)",
            id.0,
            path,
            key_id,
            sealed.bytes
        )
        .execute(&mut *writer)
        .await
        .or_broken()?;
    }
    Ok(())
}
