//! `GET|POST /hooks/{connection}/uis_notifications/{key}`

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use bridge::Receipt;
use cabinet::HookKind;
use engine::model::ConnectionId;
use url::form_urlencoded;

use super::door;
use super::reply::{Refusal, Reply};
use crate::app::App;

const HOOK: HookKind = HookKind::UisNotifications;

/// A notification as it came.
#[derive(Debug, Default)]
struct Notification {
    /// What stood after the `?`.
    query: String,
    /// The `Content-Type`.
    content_type: Option<String>,
    /// The body.
    body: Bytes,
}

/// Takes an HTTP notification of UIS whose variables stand in the address.
#[utoipa::path(get, path = "/hooks/{connection}/uis_notifications/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
    ),
    responses(
        (status = 200, description = "Durably stored, duplicate or not"),
        (status = 400, description = "It can't be read; it is kept in the journal", body = Refusal),
        (status = 404, description = "No such address", body = Refusal),
        (status = 503, description = "It could not be stored", body = Refusal),
    ))]
pub(crate) async fn by_query(
    State(app): State<App>,
    Path((connection, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Reply {
    let came = Notification { query: query.unwrap_or_default(), ..Notification::default() };
    answer(&app, &connection, &key, Ok(came)).await
}

/// Takes an HTTP notification of UIS.
#[utoipa::path(post, path = "/hooks/{connection}/uis_notifications/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
    ),
    request_body(content = String, description = "JSON or a form, as the customer wrote it in UIS"),
    responses(
        (status = 200, description = "Durably stored, duplicate or not"),
        (status = 400, description = "It can't be read; it is kept in the journal", body = Refusal),
        (status = 404, description = "No such address", body = Refusal),
        (status = 413, description = "The body is larger than 256 KiB", body = Refusal),
        (status = 503, description = "It could not be stored", body = Refusal),
    ))]
pub(crate) async fn by_body(
    State(app): State<App>,
    Path((connection, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Reply {
    let content_type =
        headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let came =
        body.map(|body| Notification { query: query.unwrap_or_default(), content_type, body });
    answer(&app, &connection, &key, came).await
}

async fn answer(
    app: &App,
    connection: &str,
    key: &str,
    came: Result<Notification, BytesRejection>,
) -> Reply {
    let reply = match door::admit(app, connection, HOOK, key).await {
        Ok(id) => match came {
            Ok(came) => store(app, id, came).await,
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Reply::TooLarge,
            // the sender went away in the middle: whatever is answered, it will send again
            Err(_) => Reply::NotStored,
        },
        Err(reply) => reply,
    };
    door::count(Some(HOOK), &reply);
    reply
}

async fn store(app: &App, connection: ConnectionId, came: Notification) -> Reply {
    let query: Vec<_> = form_urlencoded::parse(came.query.as_bytes()).into_owned().collect();
    let content_type = came.content_type.as_deref();
    let receipt =
        app.bridge.reception.uis_notification(connection, &query, content_type, &came.body).await;
    match receipt {
        Ok(Receipt::Stored { duplicate: false }) => Reply::Stored,
        Ok(Receipt::Stored { duplicate: true }) => Reply::StoredBefore,
        Ok(Receipt::Unreadable { russian, english }) => {
            Reply::Unreadable(Refusal { error: russian, error_en: english })
        }
        Err(error) => {
            tracing::error!(%connection, %error, "a notification could not be stored");
            Reply::NotStored
        }
    }
}
