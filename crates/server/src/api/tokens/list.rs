//! `GET /api/tokens`

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::role::Role;
use crate::app::App;
use crate::auth::{Caller, Owner};
use crate::problem::Problem;

/// The tokens of the API.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TokenList {
    /// The newest first.
    items: Vec<Token>,
}

/// A token; itself it is shown only once, when it is made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Token {
    /// Its number.
    id: i64,
    /// What it is for.
    label: String,
    /// What it may do.
    role: Role,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// The tokens of the API.
#[utoipa::path(get, path = "/api/tokens", tag = "tokens", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The tokens", body = TokenList),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    _: Caller<Owner>,
    State(app): State<App>,
) -> Result<Json<TokenList>, Problem> {
    let tokens = app.people.tokens().await?;
    let items = tokens
        .into_iter()
        .map(|one| Token {
            id: one.id,
            label: one.label,
            role: one.role.into(),
            created_at: one.created_at,
        })
        .collect();
    Ok(Json(TokenList { items }))
}
