//! The list of scenarios and interplays, and the button that plays one.

use axum::extract::{Path, State as Extract};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{ALL, CHATS, INTERPLAYS, find, find_chat, find_interplay};
use crate::Sandbox;
use crate::uis::Speed;

/// How a scenario is to be played.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wish {
    /// The customer's number instead of the scenario's own.
    phone: Option<String>,
    /// How much faster than life.
    speed: Option<f64>,
}

pub(crate) fn router(sandbox: Sandbox) -> Router {
    Router::new()
        .route("/control/scenarios", get(list))
        .route("/control/scenarios/{id}/play", post(play))
        .with_state(sandbox)
}

async fn list() -> Json<Value> {
    let scenarios = ALL.iter().map(|scenario| json!(scenario));
    let interplays = INTERPLAYS.iter().map(|interplay| json!(interplay));
    let chats = CHATS.iter().map(|chat| json!(chat));
    let all = scenarios.chain(interplays).chain(chats);
    Json(json!({ "scenarios": all.collect::<Vec<_>>() }))
}

/// Answers as soon as it has begun; it plays on in the background.
async fn play(
    Extract(sandbox): Extract<Sandbox>,
    Path(id): Path<String>,
    wish: Option<Json<Wish>>,
) -> Result<(StatusCode, Json<Value>), (StatusCode, String)> {
    let Json(Wish { phone, speed }) = wish.unwrap_or_default();
    let speed = speed.map_or(Speed::REAL, Speed::times);
    if let Some(scenario) = find(&id) {
        tokio::spawn(async move {
            scenario.play(sandbox.uis(), phone.as_deref(), speed).await;
        });
    } else if let Some(interplay) = find_interplay(&id) {
        let begun = interplay.begin(&sandbox, phone.as_deref()).await;
        let steps = begun.map_err(|why| (StatusCode::CONFLICT, why))?;
        tokio::spawn(async move { interplay.play(&sandbox, steps, speed).await });
    } else if let Some(chat) = find_chat(&id) {
        tokio::spawn(async move { chat.play(sandbox.uis(), phone.as_deref(), speed).await });
    } else {
        return Err((StatusCode::NOT_FOUND, format!("no scenario is called {id}")));
    }
    Ok((StatusCode::ACCEPTED, Json(json!({ "playing": id }))))
}
