//! `POST /api/connections/{name}/deals/backfill`

use axum::Json;
use axum::extract::{Path, State};
use cabinet::people::Action;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::backfill::DealsBackfill;
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// Which tasks to load.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DealsLoad {
    /// Tasks made within so many days, 1 to 366.
    days: u32,
}

/// Loads the tasks that were there before as deals, within the account's budget of requests.
#[utoipa::path(post, path = "/api/connections/{name}/deals/backfill", tag = "deals", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    request_body = DealsLoad,
    responses(
        (status = 200, description = "It is begun", body = DealsBackfill),
        (status = 400, description = "The days are impossible", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Deals are off, or a load is under way", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn load(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
    Body(DealsLoad { days }): Body<DealsLoad>,
) -> Result<Json<DealsBackfill>, Problem> {
    let id = super::connection(&app, &name).await?;
    let run = app.bridge.backfill.start(id, days).await?;
    app.people
        .record(caller.actor(), Action::DealsBackfill, name, json!(null), json!({ "days": days }))
        .await?;
    Ok(Json(DealsBackfill::of(run)))
}
