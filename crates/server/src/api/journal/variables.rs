//! `GET /api/journal/{id}/variables`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use engine::model::LaneId;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Caller, Veil, Viewer};
use crate::problem::Problem;

/// What is known of a communication.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KnownVariables {
    /// By the catalogue's names; empty while nothing is known.
    variables: BTreeMap<String, String>,
}

/// What is known of a communication, by the names that templates use: to try one on it.
#[utoipa::path(get, path = "/api/journal/{id}/variables", tag = "journal", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The communication's number in the journal")),
    responses(
        (status = 200, description = "The variables", body = KnownVariables),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such communication", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn variables(
    caller: Caller<Viewer>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Json<Value>, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    let lane = app.bridge.engine.store().lane(LaneId(id)).await?;
    let lane = lane.ok_or_else(|| Problem::not_found("В журнале такого нет"))?;
    let known = bridge::variables_of(&lane).unwrap_or_default();
    let variables = known.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Veil::of(&app, &caller).await?.json(KnownVariables { variables: variables.collect() })
}
