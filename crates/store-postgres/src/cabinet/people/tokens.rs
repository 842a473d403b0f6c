//! Managing the tokens of the API.

use cabinet::people::NewEntry;
use cabinet::tokens::ApiToken;

use super::{Result, audit};
use crate::cabinet::rows;
use crate::error::OrBroken as _;
use crate::session::Session as Db;
use crate::values::moment;

/// Every token, the newest first.
pub(super) async fn list(db: &mut Db) -> Result<Vec<ApiToken>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!", label, role, created_at FROM api_tokens ORDER BY id DESC"#
    )
    .fetch_all(db)
    .await
    .or_broken()?;
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
pub(super) async fn revoke(db: &mut Db, id: i64, entry: NewEntry) -> Result<bool> {
    let revoked = sqlx::query!("DELETE FROM api_tokens WHERE id = $1", id)
        .execute(&mut *db)
        .await
        .or_broken()?;
    if revoked.rows_affected() == 0 {
        return Ok(false);
    }
    audit::add(db, entry).await?;
    Ok(true)
}
