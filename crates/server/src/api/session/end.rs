//! `DELETE /api/sessions/{id}`

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use cabinet::people::SessionId;

use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// Ends one of one's own sessions.
#[utoipa::path(delete, path = "/api/sessions/{id}", tag = "session", security(("session" = [])),
    params(("id" = i64, Path, description = "The session's number")),
    responses(
        (status = 204, description = "It has ended"),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`foreign_page`: the page's key is missing", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "One has no such session", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn end(
    caller: Caller<Viewer>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    let (person, _) = caller.person()?;
    if app.people.end_session(person.id, SessionId(id)).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::not_found("Такого сеанса нет"))
    }
}
