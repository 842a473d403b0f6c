//! How commands of Planfix's telephony and chats are answered.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bridge::Answer;
use cabinet::HookKind;
use domain::Failure;
use serde::Serialize;
use utoipa::ToSchema;

use super::door;

/// Why a command was refused; Planfix shows it to the person at the screen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommandError {
    /// The reason.
    error: String,
}

/// Counts the command and answers it: `done` tells what was done, an error why it was not.
pub(super) fn answered<T>(
    hook: HookKind,
    answer: Result<Answer<T>, Failure>,
    done: impl FnOnce(T) -> Response,
) -> Response {
    let (outcome, status, error) = match answer {
        Ok(Answer::Done(what)) => {
            door::count_outcome(hook, "done");
            return done(what);
        }
        Ok(Answer::InvalidToken) => ("token", StatusCode::UNAUTHORIZED, "Invalid token".to_owned()),
        Ok(Answer::InvalidParameters) => {
            ("parameters", StatusCode::BAD_REQUEST, "Invalid parameters".to_owned())
        }
        Ok(Answer::Refused(why)) => ("refused", StatusCode::BAD_REQUEST, why),
        Err(failure) => ("failed", StatusCode::SERVICE_UNAVAILABLE, failure.message),
    };
    door::count_outcome(hook, outcome);
    (status, Json(CommandError { error })).into_response()
}
