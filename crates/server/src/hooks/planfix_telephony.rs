//! `POST /hooks/{connection}/planfix_telephony/{key}`: «Адрес АТС» of Planfix.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bridge::click_to_call::Answer;
use cabinet::HookKind;
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::Refusal;
use super::{door, fields};
use crate::app::App;

const HOOK: HookKind = HookKind::PlanfixTelephony;

/// Why a command was refused; Planfix shows it to the person at the screen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommandError {
    /// The reason.
    pub(super) error: String,
}

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
    let (outcome, refusal) = match answer {
        Ok(Answer::Done) => ("done", None),
        Ok(Answer::InvalidToken) => {
            ("token", Some((StatusCode::UNAUTHORIZED, "Invalid token".to_owned())))
        }
        Ok(Answer::InvalidParameters) => {
            ("parameters", Some((StatusCode::BAD_REQUEST, "Invalid parameters".to_owned())))
        }
        Ok(Answer::Refused(why)) => ("refused", Some((StatusCode::BAD_REQUEST, why))),
        Err(failure) => ("failed", Some((StatusCode::SERVICE_UNAVAILABLE, failure.message))),
    };
    door::count_outcome(HOOK, outcome);
    match refusal {
        None => StatusCode::OK.into_response(),
        Some((status, error)) => (status, Json(CommandError { error })).into_response(),
    }
}
