//! `POST /hooks/{connection}/planfix_telephony/{key}`: «Адрес АТС» of Planfix.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use cabinet::HookKind;

use super::command::{CommandError, answered};
use super::reply::Refusal;
use super::{door, fields};
use crate::app::App;

const HOOK: HookKind = HookKind::PlanfixTelephony;

/// Takes a command of Planfix's telephony: a click on a number, or its introduction.
#[utoipa::path(post, path = "/hooks/{connection}/planfix_telephony/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
    ),
    request_body(content = String, content_type = "application/x-www-form-urlencoded",
        description = "cmd=makeCall with from, to, token; cmd=setup with token, planfix_token, planfix_url"),
    responses(
        (status = 200, description = "Done"),
        (status = 400, description = "Invalid parameters, or a sentence that says why not", body = CommandError),
        (status = 401, description = "Invalid token", body = CommandError),
        (status = 404, description = "No such address", body = Refusal),
        (status = 503, description = "The settings can't be read", body = CommandError),
    ))]
pub(crate) async fn command(
    State(app): State<App>,
    Path((connection, key)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    let id = match door::enter(&app, &connection, HOOK, &key).await {
        Ok(id) => id,
        Err(answer) => return answer,
    };
    let answer = app.bridge.clicks.command(id, &fields::form(&body)).await;
    answered(HOOK, answer, |()| StatusCode::OK.into_response())
}
