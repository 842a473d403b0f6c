//! `DELETE /api/tokens/{id}`

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use crate::app::App;
use crate::auth::{Caller, Owner};
use crate::problem::Problem;

/// Makes a token work no more.
#[utoipa::path(delete, path = "/api/tokens/{id}", tag = "tokens", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The token's number")),
    responses(
        (status = 204, description = "It works no more"),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Only owners may", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is none of that number", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn revoke(
    caller: Caller<Owner>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    if app.people.revoke_token(caller.actor(), id).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::not_found("Такого токена нет"))
    }
}
