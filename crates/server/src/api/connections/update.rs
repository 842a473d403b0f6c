//! `PUT /api/connections/{name}`

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use axum::response::Response;
use cabinet::connections::Version;

use super::create::SettingsBody;
use super::saved::{self, Saved};
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// Saves settings as a new version. `If-Match` names the version they are built upon, so that two who
/// edit at once do not overwrite each other. A secret that is left out stays as it is, unless the
/// address it is sent to has changed.
#[utoipa::path(put, path = "/api/connections/{name}", tag = "connections", security(("token" = []), ("session" = [])),
    params(
        ("name" = String, Path, description = "The connection's name"),
        ("If-Match" = String, Header, description = "The `ETag` of the settings these are built upon", example = "\"3\""),
    ),
    request_body = SettingsBody,
    responses(
        (status = 200, description = "Saved, or nothing was to be changed", body = Saved),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`version_conflict`: somebody saved meanwhile; `current` is the newest version", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: every mistake, with its path", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`version_needed`: `If-Match` is missing", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn update(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
    Body(SettingsBody { settings }): Body<SettingsBody>,
) -> Result<Response, Problem> {
    let name = super::name(&name)?;
    let over = version(&headers)?;
    match app.connections.replace(&name, over, &settings, &caller.author()).await {
        Ok(replaced) => saved::answer(&app, caller.actor(), replaced).await,
        Err(error) => Err(saved::refusal(&app, &name, error).await),
    }
}

/// The version a change is built upon.
pub(super) fn version(headers: &HeaderMap) -> Result<Version, Problem> {
    let shown = headers.get(IF_MATCH).and_then(|value| value.to_str().ok());
    let number = shown.and_then(|text| text.trim().trim_matches('"').parse().ok());
    number.map(Version).ok_or_else(Problem::version_needed)
}
