//! `GET /api/connections/{name}`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::saved::etag;
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// A connection with its settings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConnectionDetail {
    /// Its name in addresses and on the command line.
    #[schema(example = "romashka")]
    name: String,
    /// The number of these settings.
    version: i64,
    /// When they were saved.
    #[schema(value_type = String, format = DateTime)]
    saved_at: Timestamp,
    /// Who saved them.
    author: String,
    /// The settings, as in the settings file, without secrets.
    #[schema(value_type = BTreeMap<String, Value>)]
    settings: Value,
    /// The paths of the secrets that are there.
    #[schema(example = json!(["credentials.planfix_rest.token"]))]
    secrets: Vec<&'static str>,
}

/// A connection with its newest settings. Secrets never come out; which are there is told.
#[utoipa::path(get, path = "/api/connections/{name}", tag = "connections", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The settings; `ETag` names their version", body = ConnectionDetail),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let connection = app.connections.get(&super::name(&name)?).await?;
    let stored = app.history.version(connection.id, connection.version).await;
    let stored = stored.map_err(cabinet::CabinetError::from)?;
    let stored = stored.ok_or_else(|| Problem::not_found("Такого соединения нет"))?;
    let secrets =
        connection.settings.secrets().into_iter().map(|(path, _)| path.as_str()).collect();
    let detail = ConnectionDetail {
        name: connection.name.to_string(),
        version: connection.version.0,
        saved_at: stored.saved_at,
        author: stored.author,
        settings: connection.settings.write(false),
        secrets,
    };
    Ok(([(ETAG, etag(connection.version))], Json(detail)).into_response())
}
