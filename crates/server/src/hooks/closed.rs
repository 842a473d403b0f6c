//! Hooks whose flows do not exist yet, and addresses that never will.

use axum::extract::{Path, State};
use cabinet::HookKind;

use super::door;
use super::reply::Reply;
use crate::app::App;

/// Tells the owner of a right address that nothing is behind it, and everybody else nothing.
pub(super) async fn closed(
    State(app): State<App>,
    Path((connection, hook, key)): Path<(String, String, String)>,
) -> Reply {
    let hook: Option<HookKind> = hook.parse().ok();
    let reply = match hook {
        Some(hook) => match door::admit(&app, &connection, hook, &key).await {
            Ok(_) => Reply::NotServed,
            Err(reply) => reply,
        },
        None => Reply::NoSuchHook,
    };
    door::count(hook, &reply);
    reply
}
