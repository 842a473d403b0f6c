//! `GET /api/connections/{name}/employees`

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;

use super::run::EmployeeRun;
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// What came of the last run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LastRun {
    /// The run; `null` before the first one.
    run: Option<EmployeeRun>,
}

/// What came of the last synchronisation of employees.
#[utoipa::path(get, path = "/api/connections/{name}/employees", tag = "employees", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The last run", body = LastRun),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn last(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<LastRun>, Problem> {
    let id = super::connection(&app, &name).await?;
    let run = app.bridge.employees.last(id).await?;
    Ok(Json(LastRun { run: run.map(EmployeeRun::of) }))
}
