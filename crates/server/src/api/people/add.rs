//! `POST /api/people`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use cabinet::people::Password;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::Person;
use crate::api::role::Role;
use crate::app::App;
use crate::auth::{Body, Caller, Owner};
use crate::problem::Problem;

/// Somebody to let in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPerson {
    /// What he will sign in with.
    #[schema(example = "olga@romashka.ru")]
    email: String,
    /// What he may do.
    role: Role,
    /// His first password, 10 characters at least.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

/// Lets somebody in from now on.
#[utoipa::path(post, path = "/api/people", tag = "people", security(("token" = []), ("session" = [])),
    request_body = NewPerson,
    responses(
        (status = 201, description = "He may sign in", body = Person),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`email_taken`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`bad_email`, `bad_password`", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn add(
    caller: Caller<Owner>,
    State(app): State<App>,
    Body(NewPerson { email, role, password }): Body<NewPerson>,
) -> Result<(StatusCode, Json<Person>), Problem> {
    let email = email.parse().map_err(|_| Problem::bad_email())?;
    let password = Password::parse(&password).map_err(Problem::bad_password)?;
    let person = app.people.add(caller.actor(), email, password, role.into()).await?;
    Ok((StatusCode::CREATED, Json(Person::of(&person))))
}
