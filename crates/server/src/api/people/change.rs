//! `PATCH /api/people/{id}`

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use cabinet::people::{Password, PersonId};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::role::Role;
use crate::app::App;
use crate::auth::{Body, Caller, Owner};
use crate::problem::Problem;

/// What to change of an account; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonChange {
    /// What he may do.
    role: Option<Role>,
    /// Another password, 10 characters at least; all his sessions end.
    #[schema(value_type = Option<String>, format = Password)]
    password: Option<SecretString>,
}

/// Gives somebody another role, or another password.
#[utoipa::path(patch, path = "/api/people/{id}", tag = "people", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The person's number")), request_body = PersonChange,
    responses(
        (status = 204, description = "Changed"),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is nobody of that number", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`last_owner`: he is the only owner", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`bad_password`", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn change(
    caller: Caller<Owner>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
    Body(PersonChange { role, password }): Body<PersonChange>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    let password = password.as_ref().map(Password::parse).transpose();
    let password = password.map_err(Problem::bad_password)?;
    if let Some(role) = role {
        app.people.set_role(caller.actor(), PersonId(id), role.into()).await?;
    }
    if let Some(password) = password {
        app.people.set_password(caller.actor(), PersonId(id), password, None).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
