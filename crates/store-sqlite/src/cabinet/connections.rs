//! Reading connections.

use cabinet::connections::Version;
use cabinet::store::{Head, Listed, StoreError, Stored, StoredSecret, VersionInfo, Which};
use domain::settings::SecretPath;
use engine::model::ConnectionId;
use sqlx::{SqliteConnection, SqlitePool};

use super::Result;
use super::rows::{self, broken};
use crate::values::{from_json, moment};

/// Every connection, by name.
pub(super) async fn list(readers: &SqlitePool) -> Result<Vec<Listed>> {
    let rows = sqlx::query!(
        r#"SELECT c.id AS "id!", c.name, c.title, c.version, v.author, v.saved_at
           FROM connections c
           JOIN versions v ON v.connection_id = c.id AND v.version = c.version
           ORDER BY c.name"#
    )
    .fetch_all(readers)
    .await
    .map_err(broken)?;
    rows.into_iter()
        .map(|row| {
            Ok(Listed {
                head: rows::head(row.id, &row.name, row.version)?,
                title: row.title,
                saved_at: moment(row.saved_at)?,
                author: row.author,
            })
        })
        .collect()
}

/// Number, name and newest version of a connection.
pub(super) async fn head(reader: &mut SqliteConnection, which: &Which) -> Result<Option<Head>> {
    let (id, name) = match which {
        Which::Id(id) => (Some(id.0), None),
        Which::Name(name) => (None, Some(name.as_str())),
    };
    let row = sqlx::query!(
        r#"SELECT id AS "id!", name, version FROM connections WHERE id = ?1 OR name = ?2"#,
        id,
        name
    )
    .fetch_optional(reader)
    .await
    .map_err(broken)?;
    row.map(|row| rows::head(row.id, &row.name, row.version)).transpose()
}

/// A connection with its newest settings and secrets, all of one moment.
pub(super) async fn whole(readers: &SqlitePool, which: &Which) -> Result<Option<Stored>> {
    let mut moment = readers.begin().await.map_err(broken)?;
    let Some(head) = head(&mut moment, which).await? else { return Ok(None) };
    let settings = settings(&mut moment, &head).await?;
    let secrets = secrets(&mut moment, head.id).await?;
    Ok(Some(Stored { head, settings, secrets }))
}

async fn settings(reader: &mut SqliteConnection, head: &Head) -> Result<serde_json::Value> {
    let text = sqlx::query_scalar!(
        "SELECT settings FROM versions WHERE connection_id = ?1 AND version = ?2",
        head.id.0,
        head.version.0
    )
    .fetch_one(reader)
    .await
    .map_err(broken)?;
    Ok(from_json(&text)?)
}

async fn secrets(reader: &mut SqliteConnection, id: ConnectionId) -> Result<Vec<StoredSecret>> {
    let rows = sqlx::query!(
        "SELECT path, key_id, sealed FROM secrets WHERE connection_id = ?1 ORDER BY path",
        id.0
    )
    .fetch_all(reader)
    .await
    .map_err(broken)?;
    rows.into_iter()
        .map(|row| {
            let path = SecretPath::parse(&row.path)
                .ok_or_else(|| StoreError::Corrupt(format!("secrets.path: `{}`", row.path)))?;
            Ok(StoredSecret { path, sealed: rows::sealed(row.key_id, row.sealed) })
        })
        .collect()
}

/// The versions of a connection, newest first.
pub(super) async fn versions(readers: &SqlitePool, id: ConnectionId) -> Result<Vec<VersionInfo>> {
    let rows = sqlx::query!(
        "SELECT version, author, saved_at FROM versions
         WHERE connection_id = ?1 ORDER BY version DESC",
        id.0
    )
    .fetch_all(readers)
    .await
    .map_err(broken)?;
    rows.into_iter()
        .map(|row| {
            Ok(VersionInfo {
                version: Version(row.version),
                author: row.author,
                saved_at: moment(row.saved_at)?,
            })
        })
        .collect()
}
