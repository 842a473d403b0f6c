//! `POST /api/workspace/{connection}/cards/{id}/read`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::model::LaneId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{at_work, show};
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// How far.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadMark {
    /// The `seq` of the last line that was read.
    seq: i64,
}

/// Notes how far the caller has read. What was read before stays read.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/read", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    request_body = ReadMark,
    responses(
        (status = 204, description = "Noted"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn read(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    Body(mark): Body<ReadMark>,
) -> Result<StatusCode, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    show::card(&app, &work, id).await?;
    let store = app.bridge.engine.store();
    store.mark_read(LaneId(id), &work.reader, mark.seq, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
