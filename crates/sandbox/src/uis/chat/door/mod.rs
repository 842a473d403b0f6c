//! The Chat API for adapters: `/chat/v1/adapter/…`.

mod begin;
mod fault;
mod finish;
mod form;
mod login;
mod message;
mod refusal;
mod request;
mod resource;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State as Extract};
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use axum::routing::{any, get};
use jiff::Timestamp;
use serde_json::Value;

use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::uis::Uis;
use crate::uis::chat::Chats;
use crate::uis::chat::visitor_page::download;
use crate::uis::state::State;
use refusal::Refusal;
use request::Request;

/// What a request brings.
enum Reply {
    Json(Value),
    File { mime: String, content: std::sync::Arc<[u8]> },
}

/// What a request brings and what it changed, for the ledger.
struct Done {
    reply: Reply,
    effect: Option<String>,
}

impl Done {
    fn json(body: Value) -> Self {
        Self { reply: Reply::Json(body), effect: None }
    }

    fn with_effect(self, effect: String) -> Self {
        Self { effect: Some(effect), ..self }
    }
}

pub(in crate::uis) fn router(uis: &Uis) -> Router {
    Router::new()
        .route("/chat/v1/adapter/{*path}", any(door))
        // the limit of the settings answers in the API's own words
        .layer(DefaultBodyLimit::max(64 * 1024 * 1024))
        .with_state(uis.clone())
        .merge(files(uis.chats()))
}

/// Where links of the report lead.
fn files(chats: Chats) -> Router {
    Router::new().route("/media/chat/{id}/{token}", get(download)).with_state(chats)
}

async fn door(
    Extract(uis): Extract<Uis>,
    Path(path): Path<String>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let request = Request::read(&method, &path, &headers, body);
    fault::answer(&uis, &request).await
}

/// The ledger's line before anything is known of the outcome.
fn note(request: &Request, now: Timestamp) -> Entry {
    let asks = request.method == "GET" || request.path() == "login";
    let kind = if asks { Kind::Read } else { Kind::Write };
    Entry::new(now, Door::ChatApi, kind, request.described())
}

/// Carries the request out.
fn carry_out(
    state: &mut State,
    request: &Request,
    now: Timestamp,
) -> (Entry, Result<Reply, Refusal>) {
    let mut entry = note(request, now);
    match perform(state, request, now) {
        Ok(done) => {
            entry.effects.extend(done.effect);
            (entry, Ok(done.reply))
        }
        Err(refusal) => {
            entry.refusal = Some(refusal.told());
            (entry, Err(refusal))
        }
    }
}

fn perform(state: &mut State, request: &Request, now: Timestamp) -> Result<Done, Refusal> {
    let segments: Vec<&str> = request.segments.iter().map(String::as_str).collect();
    if segments == ["login"] {
        return login::perform(state, request, now);
    }
    login::authorise(state, request, now)?;
    match (request.method.as_str(), segments.as_slice()) {
        ("POST", ["chat"]) => begin::perform(state, &request.body()?, now),
        ("POST", ["chat", "close"]) => finish::close(state, &request.body()?, now),
        ("POST", ["chat", "transfer"]) => finish::transfer(state, &request.body()?),
        ("POST", ["message"]) => message::perform(state, &request.body()?, now),
        ("POST", ["resource"]) => resource::upload(state, request),
        ("GET", ["resource", account, channel, id, token, "payload"]) => {
            resource::payload(state, [*account, *channel, *id, *token])
        }
        (_, ["chat" | "message" | "resource", ..]) => Err(Refusal::wrong_method()),
        _ => Err(Refusal::not_found("Not Found")),
    }
}
