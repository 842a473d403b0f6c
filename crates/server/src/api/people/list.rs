//! `GET /api/people`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::Person;
use crate::app::App;
use crate::auth::{Caller, Owner};
use crate::problem::Problem;

/// Everybody who may sign in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonList {
    /// By e-mail.
    items: Vec<Person>,
}

/// Everybody who may sign in.
#[utoipa::path(get, path = "/api/people", tag = "people", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The accounts", body = PersonList),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    _: Caller<Owner>,
    State(app): State<App>,
) -> Result<Json<PersonList>, Problem> {
    let people = app.people.list().await?;
    Ok(Json(PersonList { items: people.iter().map(Person::of).collect() }))
}
