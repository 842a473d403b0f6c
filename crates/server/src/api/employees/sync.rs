//! `POST /api/connections/{name}/employees/sync`

use axum::Json;
use axum::extract::{Path, State};
use bridge::employees::NotRun;
use cabinet::people::Action;
use domain::text::Lang;
use serde_json::Value;

use super::run::EmployeeRun;
use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

/// Synchronises employees now and answers when that is done. A caller who goes away meanwhile finds the
/// outcome as the last run.
#[utoipa::path(post, path = "/api/connections/{name}/employees/sync", tag = "employees", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "What came of it; what failed is part of it", body = EmployeeRun),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`employees_off`: the section is switched off; `employees_busy`: a run is under way", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn sync(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<EmployeeRun>, Problem> {
    let id = super::connection(&app, &name).await?;
    let author = caller.author();
    app.people
        .record(caller.actor(), Action::EmployeesSynced, name, Value::Null, Value::Null)
        .await?;
    // a task of its own: a browser that is closed must not break the run off half way
    let run = tokio::spawn(async move { app.bridge.employees.run(id, &author).await });
    match run.await {
        Ok(Ok(run)) => Ok(Json(EmployeeRun::of(run))),
        Ok(Err(not_run)) => Err(not_run.into()),
        Err(error) => {
            tracing::error!(%error, "an employee run ended badly");
            Err(Problem::unavailable())
        }
    }
}

impl From<NotRun> for Problem {
    fn from(not_run: NotRun) -> Self {
        let title = not_run.advice(Lang::Ru).unwrap_or_default();
        match not_run {
            NotRun::Off => Self::conflict("employees_off", title),
            NotRun::Busy => Self::conflict("employees_busy", title),
            NotRun::Cabinet(error) => error.into(),
            NotRun::Account(failure) => {
                tracing::error!(%failure, "the settings can't be read");
                Self::unavailable()
            }
        }
    }
}
