//! `POST /api/connections/{name}/rehearse`: «Проверить на последних обращениях».

mod row;
mod side;
mod summary;

use axum::Json;
use axum::extract::{Path, State};
use bridge::rehearse::MOST;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use self::row::RehearsalRow;
use self::summary::RehearsalSummary;
use crate::app::App;
use crate::auth::{Admin, Body, Caller, Veil};
use crate::problem::Problem;

/// Settings to try.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RehearsalBody {
    /// The settings, as in the settings file. A secret that is left out is the stored one.
    #[schema(value_type = BTreeMap<String, Value>)]
    settings: Value,
    /// On how many of the last communications, 1 to 500.
    #[schema(minimum = 1, maximum = 500, example = 50)]
    count: u32,
}

/// What would be otherwise.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rehearsal {
    /// In numbers.
    summary: RehearsalSummary,
    /// One for each communication that was tried, the newest first.
    rows: Vec<RehearsalRow>,
}

/// Tries settings that are not saved on the last real communications: what would become of each by the
/// saved settings and by these. Nothing is written, and neither UIS nor Planfix is asked anything.
#[utoipa::path(post, path = "/api/connections/{name}/rehearse", tag = "connections", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    request_body = RehearsalBody,
    responses(
        (status = 200, description = "What would be otherwise", body = Rehearsal),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: every mistake, with its path", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn rehearse(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
    Body(RehearsalBody { settings, count }): Body<RehearsalBody>,
) -> Result<Json<Value>, Problem> {
    if !(1..=MOST).contains(&count) {
        return Err(Problem::bad_request(format!("count: от 1 до {MOST}")));
    }
    let name = super::name(&name)?;
    let (connection, draft) = app.connections.draft_over(&name, &settings).await?;
    let account = app.bridge.accounts.get(connection.id).await.map_err(|failure| {
        tracing::error!(%failure, "the settings can't be read");
        Problem::unavailable()
    })?;
    let store = app.bridge.engine.store();
    let done =
        bridge::rehearse::rehearse(&**store, &account, &draft, count, app.clock.now()).await?;
    Veil::of(&app, &caller).await?.json(Rehearsal {
        summary: done.summary.into(),
        rows: done.rows.into_iter().map(RehearsalRow::of).collect(),
    })
}
