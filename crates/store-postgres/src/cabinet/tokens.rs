//! Tokens of the API.

use cabinet::store::NewToken;
use cabinet::tokens::{ApiToken, TokenHash};

use super::Result;
use super::rows;
use crate::error::OrBroken as _;
use crate::session::{Session, clean};
use crate::values::{micros, moment};

/// Keeps a token.
pub(super) async fn add(db: &mut Session, token: NewToken) -> Result<ApiToken> {
    let (role, hash) = (token.role.as_str(), token.hash.0.as_slice());
    let created_at = micros(token.created_at);
    let id = sqlx::query_scalar!(
        "INSERT INTO api_tokens (label, role, hash, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
        &clean(&token.label),
        role,
        hash,
        created_at
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(ApiToken { id, label: token.label, role: token.role, created_at: token.created_at })
}

/// The token with this hash.
pub(super) async fn by_hash(db: &mut Session, hash: &TokenHash) -> Result<Option<ApiToken>> {
    let hash = hash.0.as_slice();
    let row = sqlx::query!(
        r#"SELECT id AS "id!", label, role, created_at FROM api_tokens WHERE hash = $1"#,
        hash
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    row.map(|row| {
        Ok(ApiToken {
            id: row.id,
            label: row.label,
            role: rows::word("api_tokens.role", &row.role)?,
            created_at: moment(row.created_at)?,
        })
    })
    .transpose()
}
