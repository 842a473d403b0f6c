//! `POST /api/journal/{id}/replay`

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use super::mend::{self, Mend};
use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

/// Works a communication off once more, by the settings of today. What was carried out already is not
/// done again.
#[utoipa::path(post, path = "/api/journal/{id}/replay", tag = "journal", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The communication's number in the journal")),
    responses(
        (status = 202, description = "It is being worked off; look at its story"),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such communication", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn replay(
    caller: Caller<Admin>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    mend::one(&app, &caller, id, Mend::Replay).await
}
