//! `GET /api/workspace/{connection}`

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;

use super::at_work;
use super::counts::WorkCounts;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// The operator at work.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    /// The employee of UIS he is.
    employee: i64,
    /// His name there.
    name: Option<String>,
    /// His status there: `available`, `break`, `do_not_disturb`, `not_at_workplace`, …
    #[schema(example = "available")]
    status: Option<String>,
    /// What there is to do.
    counts: WorkCounts,
}

/// Who the caller is at work, and what there is to do.
#[utoipa::path(get, path = "/api/workspace/{connection}", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The operator", body = Me),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn me(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
) -> Result<Json<Me>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let counts = WorkCounts::of(&app, &work).await?;
    let employee = work.operator.person.employee.0;
    Ok(Json(Me { employee, name: work.operator.person.name, status: work.operator.status, counts }))
}
