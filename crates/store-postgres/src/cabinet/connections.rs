//! Reading connections.

use cabinet::connections::Version;
use cabinet::store::{Head, Listed, StoreError, Stored, StoredSecret, VersionInfo, Which};
use domain::settings::SecretPath;
use engine::model::ConnectionId;

use super::Result;
use super::rows;
use crate::error::OrBroken as _;
use crate::session::Session;
use crate::values::{from_json, moment};

/// Every connection, by name.
pub(super) async fn list(db: &mut Session) -> Result<Vec<Listed>> {
    let rows = sqlx::query!(
        r#"SELECT c.id AS "id!", c.name, c.title, c.version, v.author, v.saved_at
           FROM connections c
           JOIN versions v ON v.connection_id = c.id AND v.version = c.version
           ORDER BY c.name COLLATE "C""#
    )
    .fetch_all(db)
    .await
    .or_broken()?;
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
pub(super) async fn head(db: &mut Session, which: &Which) -> Result<Option<Head>> {
    let (id, name) = match which {
        Which::Id(id) => (Some(id.0), None),
        Which::Name(name) => (None, Some(name.as_str())),
    };
    let row = sqlx::query!(
        r#"SELECT id AS "id!", name, version FROM connections WHERE id = $1 OR name = $2"#,
        id,
        name
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    row.map(|row| rows::head(row.id, &row.name, row.version)).transpose()
}

/// A connection with its newest settings and secrets, all of one moment.
pub(super) async fn whole(db: &mut Session, which: &Which) -> Result<Option<Stored>> {
    let Some(head) = head(db, which).await? else { return Ok(None) };
    let settings = settings(db, &head).await?;
    let secrets = secrets(db, head.id).await?;
    Ok(Some(Stored { head, settings, secrets }))
}

async fn settings(db: &mut Session, head: &Head) -> Result<serde_json::Value> {
    let text = sqlx::query_scalar!(
        "SELECT settings FROM versions WHERE connection_id = $1 AND version = $2",
        head.id.0,
        head.version.0
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(from_json(&text)?)
}

async fn secrets(db: &mut Session, id: ConnectionId) -> Result<Vec<StoredSecret>> {
    let rows = sqlx::query!(
        r#"SELECT path, key_id, sealed FROM secrets WHERE connection_id = $1
           ORDER BY path COLLATE "C""#,
        id.0
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            let path = SecretPath::parse(&row.path)
                .ok_or_else(|| StoreError::Corrupt(format!("secrets.path: `{}`", row.path)))?;
            Ok(StoredSecret { path, sealed: rows::sealed(row.key_id, row.sealed) })
        })
        .collect()
}

/// The versions of a connection, newest first.
pub(super) async fn versions(db: &mut Session, id: ConnectionId) -> Result<Vec<VersionInfo>> {
    let rows = sqlx::query!(
        "SELECT version, author, saved_at FROM versions
         WHERE connection_id = $1 ORDER BY version DESC",
        id.0
    )
    .fetch_all(db)
    .await
    .or_broken()?;
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
