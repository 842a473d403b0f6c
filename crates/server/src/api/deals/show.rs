//! `GET /api/connections/{name}/deals`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::backfill::DealsBackfill;
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// Since when to look for what was told.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// Only tasks of which something was told at this moment or later.
    #[param(value_type = Option<String>, format = DateTime)]
    since: Option<Timestamp>,
}

/// How deals stand.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DealsState {
    /// The present moment: what a later question may be asked since.
    #[schema(value_type = String, format = DateTime)]
    now: Timestamp,
    /// Of which task something was told; `null` when of none.
    told: Option<DealTold>,
    /// The newest load of existing tasks; `null` before the first one.
    backfill: Option<DealsBackfill>,
}

/// A task of which something was told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DealTold {
    /// Its communication in the journal.
    id: i64,
    /// Its number.
    task: Option<i64>,
    /// Its name, once it was read.
    title: String,
    /// When something last happened to it.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// Whether scenarios of Planfix tell of tasks, and how the load of existing ones stands.
#[utoipa::path(get, path = "/api/connections/{name}/deals", tag = "deals", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name"), Told),
    responses(
        (status = 200, description = "How deals stand", body = DealsState),
        (status = 400, description = "The moment can't be read", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
    told: Result<Query<Told>, QueryRejection>,
) -> Result<Json<DealsState>, Problem> {
    let Query(told) = told.map_err(|error| Problem::bad_request(error.body_text()))?;
    let id = super::connection(&app, &name).await?;
    let store = &**app.bridge.engine.store();
    let newest = bridge::deals::heard_since(store, id, told.since).await;
    let newest = newest.map_err(bridge::deals::backfill::Refused::from)?;
    let told = newest.map(|one| DealTold {
        id: one.id.0,
        task: one.key.thing().parse().ok(),
        title: one.title,
        at: one.updated_at,
    });
    let run = app.bridge.backfill.state(id).await;
    let backfill = run.map_err(bridge::deals::backfill::Refused::from)?.map(DealsBackfill::of);
    Ok(Json(DealsState { now: app.clock.now(), told, backfill }))
}
