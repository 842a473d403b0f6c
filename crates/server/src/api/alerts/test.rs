//! `POST /api/alerts/test`

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AlertChannel;
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// What is to be tried.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlertTest {
    /// By what the message goes.
    channel: AlertChannel,
}

/// What came of a test message.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AlertTested {
    /// Whether it was taken.
    taken: bool,
    /// What the other side said, or what went wrong (Russian).
    #[schema(example = "250 2.0.0 Ok: queued")]
    answer: String,
    /// The stable code of what went wrong, as in the pages of errors; `null` when it was taken.
    code: Option<String>,
}

/// Sends a test message by the saved settings, and waits for the other side's answer.
#[utoipa::path(post, path = "/api/alerts/test", tag = "alerts", security(("token" = []), ("session" = [])),
    request_body = AlertTest,
    responses(
        (status = 200, description = "What came of it", body = AlertTested),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn test(
    _: Caller<Admin>,
    State(app): State<App>,
    Body(AlertTest { channel }): Body<AlertTest>,
) -> Json<AlertTested> {
    Json(match app.bridge.alerts.test(channel.into()).await {
        Ok(answer) => AlertTested { taken: true, answer, code: None },
        Err(failure) => {
            let code = Some(failure.code.to_string());
            AlertTested { taken: false, answer: failure.message, code }
        }
    })
}
