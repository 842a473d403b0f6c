//! The way into a hook: its key, and the count of who came.

use axum::response::{IntoResponse, Response};
use cabinet::HookKind;
use engine::model::ConnectionId;
use metrics::counter;

use super::reply::Reply;
use crate::app::App;

/// The connection whose hook was called, if the key is right.
pub(super) async fn admit(
    app: &App,
    connection: &str,
    hook: HookKind,
    key: &str,
) -> Result<ConnectionId, Reply> {
    match app.hooks.admit(connection, hook, key).await {
        Ok(Some(id)) => Ok(id),
        Ok(None) => Err(Reply::NoSuchHook),
        Err(error) => {
            tracing::error!(%hook, %error, "a hook's key can't be checked");
            Err(Reply::NotStored)
        }
    }
}

/// The same for hooks with answers of their own: whoever is not let in is counted and answered here.
pub(super) async fn enter(
    app: &App,
    connection: &str,
    hook: HookKind,
    key: &str,
) -> Result<ConnectionId, Response> {
    admit(app, connection, hook, key).await.map_err(|reply| {
        count(Some(hook), &reply);
        reply.into_response()
    })
}

/// Counts an answer. The name of the hook comes from us, not from the address, so that strangers
/// can't make up series.
pub(super) fn count(hook: Option<HookKind>, reply: &Reply) {
    add(hook.map_or("unknown", HookKind::as_str), reply.outcome());
}

/// Counts an answer of a hook that has answers of its own.
pub(super) fn count_outcome(hook: HookKind, outcome: &'static str) {
    add(hook.as_str(), outcome);
}

fn add(hook: &'static str, outcome: &'static str) {
    counter!("svyazka_hooks_received_total", "hook" => hook, "outcome" => outcome).increment(1);
}
