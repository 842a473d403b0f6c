//! `POST /api/tokens`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use cabinet::people::Action;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::api::role::Role;
use crate::app::App;
use crate::auth::{Body, Caller, Owner};
use crate::problem::Problem;

/// The longest label, characters.
const LONGEST_LABEL: usize = 100;

/// A token to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewToken {
    /// What it is for, in one's own words.
    #[schema(example = "мониторинг")]
    label: String,
    /// What it may do.
    role: Role,
}

/// A token that was made.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeToken {
    /// The token itself. It is shown this once.
    token: String,
}

/// Makes a token, for `Authorization: Bearer …`.
#[utoipa::path(post, path = "/api/tokens", tag = "tokens", security(("token" = []), ("session" = [])),
    request_body = NewToken,
    responses(
        (status = 201, description = "The token, this once", body = MadeToken),
        (status = 400, description = "The request can't be understood, or the label is empty or too long", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn create(
    caller: Caller<Owner>,
    State(app): State<App>,
    Body(NewToken { label, role }): Body<NewToken>,
) -> Result<(StatusCode, Json<MadeToken>), Problem> {
    let label = label.trim();
    if label.is_empty() || label.chars().count() > LONGEST_LABEL {
        return Err(Problem::bad_request(format!("label: от 1 до {LONGEST_LABEL} символов")));
    }
    let role = cabinet::Role::from(role);
    let token = app.tokens.create(label, role).await?;
    let after = json!({ "role": role.as_str() });
    app.people.record(caller.actor(), Action::TokenCreated, label, Value::Null, after).await?;
    Ok((StatusCode::CREATED, Json(MadeToken { token: token.expose_secret().to_owned() })))
}
