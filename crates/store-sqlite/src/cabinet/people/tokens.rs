//! Managing the tokens of the API.

use cabinet::people::NewEntry;
use cabinet::tokens::ApiToken;
use sqlx::{SqliteConnection, SqlitePool};

use super::{Job, Result, audit};
use crate::cabinet::rows::{self, broken};
use crate::error::OrBroken;
use crate::values::moment;

/// Every token, the newest first.
pub(super) async fn list(readers: &SqlitePool) -> Result<Vec<ApiToken>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!", label, role, created_at FROM api_tokens ORDER BY id DESC"#
    )
    .fetch_all(readers)
    .await
    .map_err(broken)?;
    rows.into_iter()
        .map(|row| {
            Ok(ApiToken {
                id: row.id,
                label: row.label,
                role: rows::word("api_tokens.role", &row.role)?,
                created_at: moment(row.created_at)?,
            })
        })
        .collect()
}

/// Makes a token work no more.
pub(super) async fn revoke(writer: &mut SqliteConnection, id: i64, entry: NewEntry) -> Job<bool> {
    let revoked = sqlx::query!("DELETE FROM api_tokens WHERE id = ?1", id)
        .execute(&mut *writer)
        .await
        .or_broken()?;
    if revoked.rows_affected() == 0 {
        return Ok(false);
    }
    audit::add(writer, entry).await?;
    Ok(true)
}
