//! The way into a hook: its key, and the count of who came.

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

/// Counts an answer. The name of the hook comes from us, not from the address, so that strangers
/// can't make up series.
pub(super) fn count(hook: Option<HookKind>, reply: &Reply) {
    let hook = hook.map_or("unknown", HookKind::as_str);
    counter!("svyazka_hooks_received_total", "hook" => hook, "outcome" => reply.outcome())
        .increment(1);
}
