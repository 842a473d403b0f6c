//! `/control/planfix/…`: what a test from outside and the page ask and switch.

use std::collections::BTreeMap;

use axum::extract::{OriginalUri, Path, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::company::{Settings, Subject};
use super::edit::TaskChange;
use super::pbx::Outcome;
use super::views::Snapshot;
use super::{Planfix, Talk, TaskFile};
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
        .route("/control/planfix/click", post(click))
        .route("/control/planfix/talks", get(talks).post(answer_in_task))
        .route("/control/planfix/telephony", post(save_telephony))
        .route("/control/planfix/tasks/{task}", patch(change_task))
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

/// A click of «Позвонить»: by whom, on which number, in whose card or in which task.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Click {
    user: u64,
    phone: String,
    contact: Option<u64>,
    task: Option<u64>,
}

async fn click(Shared(planfix): Shared<Planfix>, Json(click): Json<Click>) -> Response {
    let from = match click {
        Click { contact: Some(contact), task: None, .. } => Subject::Contact(contact),
        Click { contact: None, task: Some(task), .. } => Subject::Task(task),
        Click { .. } => {
            return (StatusCode::BAD_REQUEST, "either a contact or a task").into_response();
        }
    };
    shown(&planfix.click_to_call(click.user, &click.phone, from).await)
}

async fn talks(Shared(planfix): Shared<Planfix>) -> Json<BTreeMap<String, Talk>> {
    Json(planfix.talks().all().clone())
}

/// What an employee writes: in the task of a chat, or to a phone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    user: u64,
    text: String,
    chat: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    notes: Vec<NoteFile>,
}

/// A text file that goes along.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteFile {
    name: String,
    text: String,
}

impl From<NoteFile> for TaskFile {
    fn from(note: NoteFile) -> Self {
        let mime = "text/plain; charset=utf-8".to_owned();
        Self { name: note.name, mime, content: note.text.into_bytes() }
    }
}

async fn answer_in_task(
    Shared(planfix): Shared<Planfix>,
    Json(written): Json<Written>,
) -> Response {
    let Written { user, text, chat, phone, notes } = written;
    let files: Vec<TaskFile> = notes.into_iter().map(TaskFile::from).collect();
    match (chat, phone) {
        (Some(chat), None) => shown(&planfix.answer_with_files(user, &chat, &text, &files).await),
        (None, Some(phone)) => shown(&planfix.write_to_contact(user, &phone, &text).await),
        _ => (StatusCode::BAD_REQUEST, "either a chat or a phone").into_response(),
    }
}

/// What the administrator enters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Telephony {
    pbx_url: String,
    pbx_token: String,
}

async fn save_telephony(
    Shared(planfix): Shared<Planfix>,
    OriginalUri(asked): OriginalUri,
    headers: HeaderMap,
    Json(wanted): Json<Telephony>,
) -> Response {
    if planfix.settings().telephony_url.is_empty()
        && let Some(own) = own_address(&headers, asked.path())
    {
        planfix.configure(|settings| settings.telephony_url = own);
    }
    shown(&planfix.save_telephony_settings(&wanted.pbx_url, &wanted.pbx_token).await)
}

/// The telephony API beside the page through which it was asked.
fn own_address(headers: &HeaderMap, path: &str) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let prefix = path.strip_suffix("/control/planfix/telephony")?;
    Some(format!("http://{host}{prefix}/planfix/tel/api"))
}

fn shown(outcome: &Outcome) -> Response {
    let Outcome { status, body } = outcome;
    let accepted = outcome.is_accepted();
    let shown = outcome.shown();
    Json(json!({ "accepted": accepted, "status": status, "body": body, "shown": shown }))
        .into_response()
}

/// What a person does to a task.
async fn change_task(
    Shared(planfix): Shared<Planfix>,
    Path(task): Path<u64>,
    Json(change): Json<TaskChange>,
) -> Response {
    if planfix.change_task(task, change) {
        StatusCode::NO_CONTENT.into_response()
    } else {
        (StatusCode::NOT_FOUND, "no such task, or no such status").into_response()
    }
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
