//! `GET /api/connections/{name}/versions`, and one of them.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use cabinet::StoredVersion;
use cabinet::connections::Version;
use domain::ids::ConnectionName;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::saved::{self, Saved};
use super::update;
use crate::app::App;
use crate::auth::{Admin, Caller, Viewer};
use crate::problem::Problem;

/// The saved states of a connection's settings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VersionList {
    /// The newest first.
    items: Vec<VersionInfo>,
}

/// A saved state.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VersionInfo {
    /// Its number.
    version: i64,
    /// When it was saved.
    #[schema(value_type = String, format = DateTime)]
    saved_at: Timestamp,
    /// Who saved it.
    author: String,
}

/// A saved state with its settings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VersionDetail {
    /// Its number.
    version: i64,
    /// When it was saved.
    #[schema(value_type = String, format = DateTime)]
    saved_at: Timestamp,
    /// Who saved it.
    author: String,
    /// The settings, without secrets.
    #[schema(value_type = BTreeMap<String, Value>)]
    settings: Value,
}

/// The saved states of a connection's settings.
#[utoipa::path(get, path = "/api/connections/{name}/versions", tag = "connections", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The versions", body = VersionList),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<VersionList>, Problem> {
    let versions = app.connections.versions(&super::name(&name)?).await?;
    let items = versions
        .into_iter()
        .map(|one| VersionInfo {
            version: one.version.0,
            saved_at: one.saved_at,
            author: one.author,
        })
        .collect();
    Ok(Json(VersionList { items }))
}

/// One saved state.
#[utoipa::path(get, path = "/api/connections/{name}/versions/{version}", tag = "connections", security(("token" = []), ("session" = [])),
    params(
        ("name" = String, Path, description = "The connection's name"),
        ("version" = i64, Path, description = "The version's number"),
    ),
    responses(
        (status = 200, description = "The settings as they were", body = VersionDetail),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection or version", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    State(app): State<App>,
    path: Result<Path<(String, i64)>, PathRejection>,
) -> Result<Json<VersionDetail>, Problem> {
    let (_, stored) = find(&app, path).await?;
    let StoredVersion { version, author, saved_at, settings } = stored;
    Ok(Json(VersionDetail { version: version.0, saved_at, author, settings }))
}

/// Makes a former state the newest one again. Secrets stay as they are now.
#[utoipa::path(post, path = "/api/connections/{name}/versions/{version}/restore", tag = "connections", security(("token" = []), ("session" = [])),
    params(
        ("name" = String, Path, description = "The connection's name"),
        ("version" = i64, Path, description = "The version's number"),
        ("If-Match" = String, Header, description = "The `ETag` of the newest settings", example = "\"3\""),
    ),
    responses(
        (status = 200, description = "Restored, as a new version", body = Saved),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection or version", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`version_conflict`: somebody saved meanwhile; `current` is the newest version", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: they can't be saved any more, say because a secret is gone", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`: `If-Match` is missing", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn restore(
    caller: Caller<Admin>,
    State(app): State<App>,
    path: Result<Path<(String, i64)>, PathRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let over = update::version(&headers)?;
    let (name, stored) = find(&app, path).await?;
    match app.connections.replace(&name, over, &stored.settings, &caller.author()).await {
        Ok(replaced) => saved::answer(&app, caller.actor(), replaced).await,
        Err(error) => Err(saved::refusal(&app, &name, error).await),
    }
}

async fn find(
    app: &App,
    path: Result<Path<(String, i64)>, PathRejection>,
) -> Result<(ConnectionName, StoredVersion), Problem> {
    let Path((name, number)) = path.map_err(|error| Problem::bad_request(error.body_text()))?;
    let name = super::name(&name)?;
    let id = app.connections.get(&name).await?.id;
    let stored = app.history.version(id, Version(number)).await;
    let stored = stored.map_err(cabinet::CabinetError::from)?;
    Ok((name, stored.ok_or_else(|| Problem::not_found("Такой версии нет"))?))
}
