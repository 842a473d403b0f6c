//! What the page and tests see and switch of the chats.

use axum::extract::State as Extract;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::wish::Wish;
use super::{ChatSettings, Chats};
use crate::uis::control::merge;

/// How many lines of each log the page gets.
const SHOWN_LINES: usize = 100;

pub(super) fn router(chats: Chats) -> Router {
    Router::new()
        .route("/control/uis/chat/state", get(state))
        .route("/control/uis/chat/settings", get(settings).put(change_settings))
        .route("/control/uis/chats", post(chat))
        .route("/control/uis/chat/held/release", post(release))
        .with_state(chats)
}

async fn state(Extract(chats): Extract<Chats>) -> Json<Value> {
    let state = chats.uis.lock();
    let office = &state.chat;
    Json(json!({
        "channels": office.channels,
        "visitors": office.visitors,
        "chats": office.chats,
        "callbacks": office.carried.iter().rev().take(SHOWN_LINES).collect::<Vec<_>>(),
        "asked": office.ledger.entries().iter().rev().take(SHOWN_LINES).collect::<Vec<_>>(),
        "on_their_way": office.outgoing.len(),
        "settings": office.settings,
    }))
}

/// Lets a chat of one's own happen, or go on. Answers when it has happened.
async fn chat(
    Extract(chats): Extract<Chats>,
    Json(wish): Json<Wish>,
) -> Result<StatusCode, (StatusCode, String)> {
    let refused = |reason| (StatusCode::UNPROCESSABLE_ENTITY, reason);
    let company = chats.uis.company();
    for scene in wish.scenes(&company, &chats).map_err(refused)? {
        chats.let_happen(scene).await.map_err(refused)?;
    }
    Ok(StatusCode::CREATED)
}

async fn settings(Extract(chats): Extract<Chats>) -> Json<ChatSettings> {
    Json(chats.settings())
}

/// A merge patch (RFC 7396) of the settings.
async fn change_settings(
    Extract(chats): Extract<Chats>,
    Json(patch): Json<Value>,
) -> Result<Json<ChatSettings>, (StatusCode, String)> {
    let mut document = json!(chats.settings());
    merge(&mut document, patch);
    let settings: ChatSettings = serde_json::from_value(document)
        .map_err(|error| (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()))?;
    chats.configure(|present| *present = settings.clone());
    Ok(Json(settings))
}

async fn release(Extract(chats): Extract<Chats>) -> StatusCode {
    chats.release_held().await;
    StatusCode::NO_CONTENT
}
