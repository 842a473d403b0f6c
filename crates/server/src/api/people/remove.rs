//! `DELETE /api/people/{id}`

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use cabinet::people::PersonId;

use crate::app::App;
use crate::auth::{Caller, Owner};
use crate::problem::Problem;

/// Lets somebody in no more; all his sessions end.
#[utoipa::path(delete, path = "/api/people/{id}", tag = "people", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The person's number")),
    responses(
        (status = 204, description = "He may not sign in any more"),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is nobody of that number", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`last_owner`: he is the only owner", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn remove(
    caller: Caller<Owner>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    app.people.remove(caller.actor(), PersonId(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}
