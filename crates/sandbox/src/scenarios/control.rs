//! The list of scenarios and the button that plays one.

use axum::extract::{Path, State as Extract};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{ALL, find};
use crate::uis::{Speed, Uis};

/// How a scenario is to be played.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wish {
    /// The customer's number instead of the scenario's own.
    phone: Option<String>,
    /// How much faster than life.
    speed: Option<f64>,
}

pub(crate) fn router(uis: Uis) -> Router {
    Router::new()
        .route("/control/scenarios", get(list))
        .route("/control/scenarios/{id}/play", post(play))
        .with_state(uis)
}

async fn list() -> Json<Value> {
    Json(json!({ "scenarios": ALL }))
}

/// Answers at once; the scenario plays on in the background.
async fn play(
    Extract(uis): Extract<Uis>,
    Path(id): Path<String>,
    wish: Option<Json<Wish>>,
) -> Result<(StatusCode, Json<Value>), (StatusCode, String)> {
    let unknown = || (StatusCode::NOT_FOUND, format!("no scenario is called {id}"));
    let scenario = find(&id).ok_or_else(unknown)?;
    let Json(wish) = wish.unwrap_or_default();
    let speed = wish.speed.map_or(Speed::REAL, Speed::times);
    tokio::spawn(async move { scenario.play(&uis, wish.phone.as_deref(), speed).await });
    Ok((StatusCode::ACCEPTED, Json(json!({ "playing": scenario.id }))))
}
