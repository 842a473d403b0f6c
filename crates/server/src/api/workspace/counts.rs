//! `GET /api/workspace/{connection}/counts`

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;

use super::{AtWork, at_work};
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// What there is to do.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorkCounts {
    /// In the queue.
    queue: u32,
    /// The caller's.
    mine: u32,
    /// Everybody's and nobody's that is not over.
    all: u32,
    /// Unread lines in the caller's.
    unread: u32,
}

impl WorkCounts {
    pub(super) async fn of(app: &App, work: &AtWork) -> Result<Self, Problem> {
        let me = work.operator.person.employee.to_string();
        let store = app.bridge.engine.store();
        let counts = store.board_counts(work.connection, &me, &work.reader).await?;
        Ok(Self { queue: counts.queue, mine: counts.mine, all: counts.open, unread: counts.unread })
    }
}

/// What there is to do.
#[utoipa::path(get, path = "/api/workspace/{connection}/counts", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The counts", body = WorkCounts),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn counts(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
) -> Result<Json<WorkCounts>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    Ok(Json(WorkCounts::of(&app, &work).await?))
}
