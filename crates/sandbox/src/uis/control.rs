//! What the page and scripts see and switch of UIS.

use axum::extract::{Path, State as Extract};
use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Uis;
use super::leads::Lead;
use super::settings::Settings;
use super::wish::Wish;
use crate::Door;
use crate::faults::Injection;
use crate::ledger::Entry;

/// How many lines of the notification log the page gets.
const SHOWN_LINES: usize = 200;

pub(super) fn router(uis: Uis) -> Router {
    Router::new()
        .route("/control/uis/state", get(state))
        .route("/control/uis/calls", post(call))
        .route("/control/uis/settings", get(settings).put(change_settings))
        .route("/control/uis/held/release", post(release))
        .route("/control/uis/leads", post(leave))
        .route("/control/uis/employees/{who}/phones", put(switch_phones))
        .route("/control/uis/faults", get(armed).post(inject).delete(clear))
        .with_state(uis)
}

async fn state(Extract(uis): Extract<Uis>) -> Json<Value> {
    Json(uis.snapshot())
}

/// Lets a call of one's own happen. Answers as soon as it has begun.
async fn call(
    Extract(uis): Extract<Uis>,
    Json(wish): Json<Wish>,
) -> Result<StatusCode, (StatusCode, String)> {
    let (script, speed) =
        wish.script(&uis.company()).map_err(|reason| (StatusCode::UNPROCESSABLE_ENTITY, reason))?;
    tokio::spawn(async move {
        let tricks = uis.settings().tricks;
        uis.play_steps(uis.steps(&script), speed, &tricks).await;
    });
    Ok(StatusCode::ACCEPTED)
}

async fn settings(Extract(uis): Extract<Uis>) -> Json<Settings> {
    Json(uis.settings())
}

/// A merge patch (RFC 7396) of the settings.
async fn change_settings(
    Extract(uis): Extract<Uis>,
    Json(patch): Json<Value>,
) -> Result<Json<Settings>, (StatusCode, String)> {
    let mut document = json!(uis.settings());
    merge(&mut document, patch);
    let settings: Settings = serde_json::from_value(document)
        .map_err(|error| (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()))?;
    uis.configure(|present| *present = settings.clone());
    Ok(Json(settings))
}

/// A visitor sends a form now.
async fn leave(Extract(uis): Extract<Uis>, Json(lead): Json<Lead>) -> (StatusCode, Json<Value>) {
    let communication = uis.leave(&lead).await;
    (StatusCode::CREATED, Json(json!({ "communication_id": communication })))
}

async fn release(Extract(uis): Extract<Uis>) -> StatusCode {
    uis.release_held().await;
    StatusCode::NO_CONTENT
}

/// Whether the employee's phones ring.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phones {
    active: bool,
}

async fn switch_phones(
    Extract(uis): Extract<Uis>,
    Path(who): Path<String>,
    Json(phones): Json<Phones>,
) -> Result<StatusCode, (StatusCode, String)> {
    if uis.company().employee(&who).is_none() {
        return Err((StatusCode::NOT_FOUND, format!("nobody is called {who}")));
    }
    uis.set_phones_active(&who, phones.active);
    Ok(StatusCode::NO_CONTENT)
}

async fn armed(Extract(uis): Extract<Uis>) -> Json<Vec<Injection>> {
    Json(uis.faults().armed())
}

async fn inject(Extract(uis): Extract<Uis>, Json(injection): Json<Injection>) -> StatusCode {
    uis.faults().inject(injection);
    uis.changes.touch();
    StatusCode::NO_CONTENT
}

async fn clear(Extract(uis): Extract<Uis>) -> StatusCode {
    uis.faults().clear();
    uis.changes.touch();
    StatusCode::NO_CONTENT
}

pub(super) fn merge(document: &mut Value, patch: Value) {
    match (document, patch) {
        (Value::Object(fields), Value::Object(changes)) => {
            for (name, change) in changes {
                if change.is_null() {
                    fields.remove(&name);
                } else {
                    merge(fields.entry(name).or_insert(Value::Null), change);
                }
            }
        }
        (document, patch) => *document = patch,
    }
}

impl Uis {
    /// The whole state as the page shows it.
    fn snapshot(&self) -> Value {
        let now = self.clock.now();
        let mut state = self.lock();
        state.deals.settle(now);
        let lines: Vec<_> = state.log.lines().rev().take(SHOWN_LINES).collect();
        let shown = |from: Option<jiff::Timestamp>| from.is_some_and(|from| from <= now);
        let visible = state.reported.iter().filter(|call| shown(call.visible_from)).count();
        let of_call_api = |entry: &&Entry| entry.door == Door::CallApi;
        let asked = state.ledger.entries().iter().rev().filter(of_call_api).take(SHOWN_LINES);
        let asked: Vec<_> = asked.collect();
        json!({
            "revision": self.changes.revision(),
            "now": now,
            "company": state.company,
            "calls": state.live.values().collect::<Vec<_>>(),
            "notifications": lines,
            "questions": state.questions.iter().rev().take(SHOWN_LINES).collect::<Vec<_>>(),
            "asked": asked,
            "deals": state.deals.shown(),
            "held": state.held.len(),
            "leads": state.leads.len(),
            "report": { "finished": state.reported.len(), "visible": visible },
            "settings": {
                "webhook": state.settings.webhook,
                "tricks": state.settings.tricks,
                "report_lag": state.settings.report_lag,
                "lead_lag": state.settings.lead_lag,
                "ip_allowed": state.settings.ip_allowed,
                "limits": state.settings.limits,
                "call_api": state.settings.call_api,
                "blacklist": state.settings.blacklist,
                "personal_manager": state.settings.personal_manager,
                "deals": state.settings.deals,
            },
        })
    }
}
