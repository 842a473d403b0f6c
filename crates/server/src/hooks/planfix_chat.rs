//! `POST /hooks/{connection}/planfix_chat/{key}`: the address of «API ПланФикса для чатов».

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use bridge::planfix_chat::Place;
use cabinet::HookKind;
use serde::Serialize;
use utoipa::ToSchema;

use super::command::{CommandError, answered};
use super::reply::Refusal;
use super::{door, fields};
use crate::app::App;

const HOOK: HookKind = HookKind::PlanfixChat;

/// Under which words Planfix finds the chat again.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChatPlace {
    /// The chat.
    chat_id: String,
    /// The person.
    contact_id: String,
}

/// Takes a message that an employee wrote in the task of a chat, or to somebody's phone.
#[utoipa::path(post, path = "/hooks/{connection}/planfix_chat/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
    ),
    request_body(content = String, content_type = "application/x-www-form-urlencoded",
        description = "cmd=newMessage with token, providerId, chatId or contactPhone, message, messageId, userName, userLastName"),
    responses(
        (status = 200, description = "Durably stored, duplicate or not", body = ChatPlace),
        (status = 400, description = "Invalid parameters, or a sentence that says why not", body = CommandError),
        (status = 401, description = "Invalid token", body = CommandError),
        (status = 404, description = "No such address", body = Refusal),
        (status = 503, description = "It could not be stored", body = CommandError),
    ))]
pub(crate) async fn message(
    State(app): State<App>,
    Path((connection, key)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    let id = match door::enter(&app, &connection, HOOK, &key).await {
        Ok(id) => id,
        Err(answer) => return answer,
    };
    let answer = app.bridge.planfix_chats.command(id, &fields::form(&body)).await;
    answered(HOOK, answer, |Place { chat, contact }| {
        Json(ChatPlace { chat_id: chat, contact_id: contact }).into_response()
    })
}
