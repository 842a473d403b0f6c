//! `PUT /api/workspace/{connection}/status`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::at_work;
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// A status of UIS (`update.employees`).
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OperatorStatus {
    /// «Доступен».
    Available,
    /// «Перерыв».
    Break,
    /// «Не беспокоить».
    DoNotDisturb,
    /// «Нет на месте».
    NotAtWorkplace,
    /// «Нет на работе».
    NotAtWork,
}

/// The wanted status.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewStatus {
    /// The status.
    status: OperatorStatus,
}

/// Gives the caller another status in UIS, for calls and chats alike.
#[utoipa::path(put, path = "/api/workspace/{connection}/status", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    request_body = NewStatus,
    responses(
        (status = 204, description = "Set"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn set(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    Body(NewStatus { status }): Body<NewStatus>,
) -> Result<StatusCode, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let me = work.operator.person.employee;
    app.bridge.workspace.set_status(work.connection, me, status.word()).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl OperatorStatus {
    fn word(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Break => "break",
            Self::DoNotDisturb => "do_not_disturb",
            Self::NotAtWorkplace => "not_at_workplace",
            Self::NotAtWork => "not_at_work",
        }
    }
}
