//! `GET /api/connections/{name}/export`

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// The newest settings as a file, without secrets.
#[utoipa::path(get, path = "/api/connections/{name}/export", tag = "connections", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The settings file", body = String, content_type = "application/yaml"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn export(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let name = super::name(&name)?;
    let file = app.connections.export(&name, false).await?;
    let headers = [
        (CONTENT_TYPE, "application/yaml; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.yaml\"")),
    ];
    Ok((headers, file).into_response())
}
