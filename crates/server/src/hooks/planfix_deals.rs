//! `GET|POST /hooks/{connection}/planfix_deals/{key}`: what an automatic scenario of Planfix tells.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use bridge::Receipt;
use cabinet::HookKind;
use engine::model::ConnectionId;

use super::door;
use super::reply::{Refusal, Reply};
use crate::app::App;

const HOOK: HookKind = HookKind::PlanfixDeals;

/// Takes the number of a task that was made or changed, out of the address.
#[utoipa::path(get, path = "/hooks/{connection}/planfix_deals/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
        ("task_id" = Option<String>, Query, description = "The task's number"),
    ),
    responses(
        (status = 200, description = "Durably stored"),
        (status = 400, description = "No number can be read; it is kept in the journal", body = Refusal),
        (status = 404, description = "No such address", body = Refusal),
        (status = 503, description = "It could not be stored", body = Refusal),
    ))]
pub(crate) async fn by_query(
    state: State<App>,
    path: Path<(String, String)>,
    query: RawQuery,
) -> Reply {
    by_body(state, path, query, Ok(Bytes::new())).await
}

/// Takes the number of a task that was made or changed.
///
/// Planfix sends nothing at all for three minutes after any answer but 200, so 200 it is as soon as the
/// number is stored.
#[utoipa::path(post, path = "/hooks/{connection}/planfix_deals/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
    ),
    request_body(content = String, description = "JSON or a form with task_id"),
    responses(
        (status = 200, description = "Durably stored"),
        (status = 400, description = "No number can be read; it is kept in the journal", body = Refusal),
        (status = 404, description = "No such address", body = Refusal),
        (status = 413, description = "The body is larger than 256 KiB", body = Refusal),
        (status = 503, description = "It could not be stored", body = Refusal),
    ))]
pub(crate) async fn by_body(
    State(app): State<App>,
    Path((connection, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Result<Bytes, BytesRejection>,
) -> Reply {
    let reply = match door::admit(&app, &connection, HOOK, &key).await {
        Ok(id) => match body {
            Ok(body) => store(&app, id, query.as_deref(), &body).await,
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Reply::TooLarge,
            Err(_) => Reply::NotStored,
        },
        Err(reply) => reply,
    };
    door::count(Some(HOOK), &reply);
    reply
}

async fn store(app: &App, connection: ConnectionId, query: Option<&str>, body: &[u8]) -> Reply {
    match app.bridge.reception.planfix_deal(connection, query, body).await {
        Ok(Receipt::Stored { duplicate: false }) => Reply::Stored,
        Ok(Receipt::Stored { duplicate: true }) => Reply::StoredBefore,
        Ok(Receipt::Unreadable { russian, english }) => {
            Reply::Unreadable(Refusal { error: russian, error_en: english })
        }
        Err(error) => {
            tracing::error!(%connection, %error, "a task of Planfix could not be stored");
            Reply::NotStored
        }
    }
}
