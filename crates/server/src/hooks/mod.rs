//! The addresses that UIS and Planfix call: `/hooks/{connection}/{hook}/{key}`.

mod callback_auth;
mod chat_file;
mod closed;
mod command;
mod door;
mod fields;
mod planfix_chat;
mod planfix_deals;
mod planfix_telephony;
mod reply;
mod uis_chat;
mod uis_notifications;
mod uis_personal_manager;

use axum::extract::DefaultBodyLimit;
use axum::routing::{any, patch};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The largest body a hook takes, bytes. A notification of UIS is a few kilobytes.
const BODY_CAP: usize = 256 * 1024;

/// The hooks' routes.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(uis_notifications::by_query, uis_notifications::by_body))
        .routes(routes!(uis_personal_manager::by_query, uis_personal_manager::by_body))
        .routes(routes!(planfix_telephony::command))
        .routes(routes!(planfix_chat::message))
        .routes(routes!(chat_file::chat_file))
        .routes(routes!(planfix_deals::by_query, planfix_deals::by_body))
        .routes(routes!(uis_chat::callback))
        .route(
            "/hooks/{connection}/uis_chat/{key}/{*callback}",
            patch(uis_chat::callback).delete(uis_chat::callback),
        )
        .route("/hooks/{connection}/{hook}/{key}", any(closed::closed))
        .layer(DefaultBodyLimit::max(BODY_CAP))
}
