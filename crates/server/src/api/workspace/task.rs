//! `POST /api/workspace/{connection}/cards/{id}/task`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::model::LaneId;

use super::at_work;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// Makes a task of it in Planfix, by the settings' names, fields and responsibles, whether or not they make one
/// by themselves. Its number comes as a line of the thread.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/task", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    responses(
        (status = 202, description = "It is being made, or was before"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn make(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
) -> Result<StatusCode, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    app.bridge.workspace.make_task(work.connection, LaneId(id), work.operator.person).await?;
    Ok(StatusCode::ACCEPTED)
}
