//! What the visitor's page does: `/control/visitor/…`.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, State as Extract};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::act::{Act, File, Who};
use super::{Channel, Chats};

/// Pictures a page may show; everything else is only handed over to be kept.
const SHOWN: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

type Outcome = Result<StatusCode, (StatusCode, String)>;

pub(super) fn router(chats: Chats) -> Router {
    Router::new()
        .route("/control/visitor/channels", get(channels))
        .route("/control/visitor/chat", get(conversation))
        .route("/control/visitor/message", post(message))
        .route("/control/visitor/file", post(file))
        .route("/control/visitor/card", post(card))
        .route("/control/visitor/leave", post(leave))
        .route("/control/visitor/file/{id}/{token}", get(download))
        .layer(DefaultBodyLimit::max(21 * 1024 * 1024))
        .with_state(chats)
}

async fn channels(Extract(chats): Extract<Chats>) -> Json<Vec<Channel>> {
    Json(chats.channels())
}

/// Whoever looks has read what reached him.
async fn conversation(Extract(chats): Extract<Chats>, Query(who): Query<Who>) -> Json<Value> {
    if chats.uis.lock().has_unread(&who) {
        drop(chats.perform(&who, Act::Reads).await);
    }
    let conversation = chats.uis.lock().conversation(&who);
    Json(json!(conversation))
}

/// What the visitor writes.
#[derive(Deserialize)]
struct Written {
    #[serde(flatten)]
    who: Who,
    text: String,
}

async fn message(Extract(chats): Extract<Chats>, Json(written): Json<Written>) -> Outcome {
    act(chats, &written.who, Act::Writes(written.text))
}

/// The file's name; its content is the body.
#[derive(Deserialize)]
struct Named {
    visitor: String,
    channel: u64,
    name: String,
}

async fn file(
    Extract(chats): Extract<Chats>,
    Query(named): Query<Named>,
    headers: HeaderMap,
    body: Bytes,
) -> Outcome {
    let mime = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mime =
        mime.filter(|mime| !mime.is_empty()).unwrap_or("application/octet-stream").to_owned();
    let Named { visitor, channel, name } = named;
    let file = File { name, mime, content: body.to_vec() };
    act(chats, &Who { visitor, channel }, Act::SendsFile(file))
}

/// What the visitor tells of himself.
#[derive(Deserialize)]
struct Card {
    #[serde(flatten)]
    who: Who,
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
}

async fn card(Extract(chats): Extract<Chats>, Json(card): Json<Card>) -> Outcome {
    let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let phone = said(card.phone).map(|phone| digits(&phone));
    let (name, email) = (said(card.name), said(card.email));
    act(chats, &card.who, Act::Introduces { name, phone, email })
}

async fn leave(Extract(chats): Extract<Chats>, Json(who): Json<Who>) -> Outcome {
    act(chats, &who, Act::Ends("closed_by_visitor"))
}

/// Done at once; the adapter is told in the background.
fn act(chats: Chats, who: &Who, act: Act) -> Outcome {
    let done = chats.act_now(who, act);
    done.map_err(|why| (StatusCode::CONFLICT, why))?;
    tokio::spawn(async move { chats.deliver().await });
    Ok(StatusCode::NO_CONTENT)
}

/// A file of a chat: also where links of the report lead.
pub(super) async fn download(
    Extract(chats): Extract<Chats>,
    Path((id, token)): Path<(u64, String)>,
) -> Response {
    let found = chats.uis.lock().chat.resource(id).cloned();
    let Some(file) = found.filter(|file| file.token == token) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let shown = SHOWN.contains(&file.mime.as_str());
    let mime = if shown { file.mime.as_str() } else { "application/octet-stream" };
    let place = if shown { "inline" } else { "attachment" };
    let headers = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, place.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    (headers, Bytes::from_owner(file.content)).into_response()
}

/// A phone as UIS keeps it: E.164 digits, Russian ones with a 7.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('8') {
        Some(rest) if digits.len() == 11 => format!("7{rest}"),
        _ if digits.len() == 10 => format!("7{digits}"),
        _ => digits,
    }
}
