//! `POST|PATCH|DELETE /hooks/{connection}/uis_chat/{key}/…`

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode};
use bridge::Receipt;
use cabinet::HookKind;
use engine::model::ConnectionId;

use super::reply::{Refusal, Reply};
use super::{callback_auth, door};
use crate::app::App;

const HOOK: HookKind = HookKind::UisChat;

/// Takes a callback of UIS's Chat API. What can't be read is kept for the journal and acknowledged, since
/// sending it again would not make it readable.
#[utoipa::path(post, path = "/hooks/{connection}/uis_chat/{key}/{*callback}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
        ("callback" = String, Path, description = "What the callback is about: `chat`, `message`, `message/status`, `chat/close`, `visitor/card`, `channel/212`, …"),
    ),
    request_body(content = String, description = "JSON, as UIS documents it"),
    responses(
        (status = 200, description = "Durably stored, duplicate or not"),
        (status = 401, description = "It does not show the `Authorization` that the settings ask for", body = Refusal),
        (status = 404, description = "No such address", body = Refusal),
        (status = 413, description = "The body is larger than 256 KiB", body = Refusal),
        (status = 503, description = "It could not be stored", body = Refusal),
    ))]
pub(crate) async fn callback(
    State(app): State<App>,
    method: Method,
    Path((connection, key, callback)): Path<(String, String, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Reply {
    let reply = match enter(&app, &connection, &key, &headers).await {
        Ok(id) => answer(&app, id, &method, &callback, body).await,
        Err(reply) => reply,
    };
    door::count(Some(HOOK), &reply);
    // it was counted as what it is
    match reply {
        Reply::Unreadable(_) => Reply::Stored,
        other => other,
    }
}

/// The connection, when the address and what the callback shows are right.
async fn enter(
    app: &App,
    connection: &str,
    key: &str,
    headers: &HeaderMap,
) -> Result<ConnectionId, Reply> {
    let id = door::admit(app, connection, HOOK, key).await?;
    callback_auth::check(app, id, headers).await?;
    Ok(id)
}

async fn answer(
    app: &App,
    id: ConnectionId,
    method: &Method,
    callback: &str,
    body: Result<Bytes, BytesRejection>,
) -> Reply {
    let body = match body {
        Ok(body) => body,
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => return Reply::TooLarge,
        // the sender went away in the middle: whatever is answered, it will send again
        Err(_) => return Reply::NotStored,
    };
    let path = format!("/{callback}");
    match app.bridge.reception.uis_chat(id, method.as_str(), &path, &body).await {
        Ok(Receipt::Stored { duplicate: false }) => Reply::Stored,
        Ok(Receipt::Stored { duplicate: true }) => Reply::StoredBefore,
        Ok(Receipt::Unreadable { russian, english }) => {
            Reply::Unreadable(Refusal { error: russian, error_en: english })
        }
        Err(error) => {
            tracing::error!(connection = %id, %error, "a callback could not be stored");
            Reply::NotStored
        }
    }
}
