//! `/control/planfix/…`: what a test from outside and the page ask and switch.

use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Planfix;
use super::company::Settings;
use super::views::Snapshot;
use crate::faults::Injection;
use crate::ledger::Entry;

/// A line of the ledger with its text.
#[derive(Serialize)]
struct Line {
    line: String,
    #[serde(flatten)]
    entry: Entry,
}

pub(super) fn router(planfix: Planfix) -> Router {
    Router::new()
        .route("/control/planfix/ledger", get(ledger))
        .route("/control/planfix/state", get(state))
        .route("/control/planfix/faults", get(armed).post(inject).delete(clear))
        .route("/control/planfix/settings", get(settings).patch(configure))
        .with_state(planfix)
}

async fn ledger(Shared(planfix): Shared<Planfix>) -> Json<Vec<Line>> {
    let ledger = planfix.ledger();
    let lines = ledger.entries().iter().cloned();
    Json(lines.map(|entry| Line { line: entry.to_string(), entry }).collect())
}

async fn state(Shared(planfix): Shared<Planfix>) -> Json<Snapshot> {
    Json(planfix.snapshot())
}

async fn armed(Shared(planfix): Shared<Planfix>) -> Json<Vec<Injection>> {
    Json(planfix.faults().armed())
}

async fn inject(Shared(planfix): Shared<Planfix>, Json(injection): Json<Injection>) -> StatusCode {
    planfix.faults().inject(injection);
    StatusCode::NO_CONTENT
}

async fn clear(Shared(planfix): Shared<Planfix>) -> StatusCode {
    planfix.faults().clear();
    StatusCode::NO_CONTENT
}

async fn settings(Shared(planfix): Shared<Planfix>) -> Json<Settings> {
    Json(planfix.settings())
}

/// Takes only the settings that shall change.
async fn configure(
    Shared(planfix): Shared<Planfix>,
    Json(wanted): Json<Map<String, Value>>,
) -> Response {
    match planfix.settings().with(wanted) {
        Ok(settings) => {
            planfix.configure(|current| *current = settings.clone());
            Json(settings).into_response()
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    }
}

impl Settings {
    fn with(&self, wanted: Map<String, Value>) -> Result<Self, serde_json::Error> {
        let mut merged = serde_json::to_value(self)?;
        if let Some(map) = merged.as_object_mut() {
            map.extend(wanted);
        }
        serde_json::from_value(merged)
    }
}
