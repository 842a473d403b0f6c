//! `PUT /api/session/password`

use axum::extract::State;
use axum::http::StatusCode;
use cabinet::people::Password;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Body, Caller, Viewer};
use crate::problem::Problem;

/// One's passwords.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Passwords {
    /// The present one.
    #[schema(value_type = String, format = Password)]
    present: SecretString,
    /// The new one, 10 characters at least.
    #[schema(value_type = String, format = Password)]
    new: SecretString,
}

/// Changes one's own password and ends one's other sessions.
#[utoipa::path(put, path = "/api/session/password", tag = "session", security(("session" = [])),
    request_body = Passwords,
    responses(
        (status = 204, description = "Changed"),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`foreign_page`: the page's key is missing", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`wrong_password`, `bad_password`", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn change(
    caller: Caller<Viewer>,
    State(app): State<App>,
    Body(Passwords { present, new }): Body<Passwords>,
) -> Result<StatusCode, Problem> {
    let (person, session) = caller.person()?;
    let new = Password::parse(&new).map_err(Problem::bad_password)?;
    app.people.change_own_password(person, session.id, present, new).await?;
    Ok(StatusCode::NO_CONTENT)
}
