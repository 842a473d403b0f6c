//! The keys of hooks.

use cabinet::hooks::HookKind;
use cabinet::store::StoredHookKey;
use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use super::Result;
use super::rows;
use crate::error::OrBroken as _;
use crate::session::Session;
use crate::values::{micros, moment};

/// The keys of a connection's hooks.
pub(super) async fn of_connection(
    db: &mut Session,
    id: ConnectionId,
) -> Result<Vec<StoredHookKey>> {
    let rows = sqlx::query!(
        "SELECT hook, key_id, sealed, issued_at FROM hook_keys WHERE connection_id = $1",
        id.0
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            Ok(StoredHookKey {
                hook: rows::word("hook_keys.hook", &row.hook)?,
                sealed: rows::sealed(row.key_id, row.sealed),
                issued_at: moment(row.issued_at)?,
            })
        })
        .collect()
}

/// The key of one hook of a connection.
pub(super) async fn of_hook(
    db: &mut Session,
    name: &ConnectionName,
    hook: HookKind,
) -> Result<Option<(ConnectionId, StoredHookKey)>> {
    let (name, kind) = (name.as_str(), hook.as_str());
    let row = sqlx::query!(
        r#"SELECT c.id AS "id!", k.key_id, k.sealed, k.issued_at
           FROM connections c JOIN hook_keys k ON k.connection_id = c.id
           WHERE c.name = $1 AND k.hook = $2"#,
        name,
        kind
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    row.map(|row| {
        let sealed = rows::sealed(row.key_id, row.sealed);
        let issued_at = moment(row.issued_at)?;
        Ok((ConnectionId(row.id), StoredHookKey { hook, sealed, issued_at }))
    })
    .transpose()
}

/// Puts a key in the place of the hook's former one.
pub(super) async fn put(db: &mut Session, id: ConnectionId, key: StoredHookKey) -> Result<()> {
    let (hook, key_id) = (key.hook.as_str(), key.sealed.key_id.as_str());
    let issued_at = micros(key.issued_at);
    sqlx::query!(
        "INSERT INTO hook_keys (connection_id, hook, key_id, sealed, issued_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (connection_id, hook) DO UPDATE SET key_id = excluded.key_id,
             sealed = excluded.sealed, issued_at = excluded.issued_at",
        id.0,
        hook,
        key_id,
        key.sealed.bytes,
        issued_at
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}
