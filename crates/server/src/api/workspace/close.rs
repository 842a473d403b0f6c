//! `POST /api/workspace/{connection}/cards/{id}/close`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::model::LaneId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::at_work;
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// The longest reason, characters.
const LONGEST: usize = 1_000;

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Closing {
    /// What the operator says about it.
    comment: Option<String>,
    /// An id of the sender's own: the same sent again is one.
    client_id: String,
}

/// Closes a chat, or marks a lead as dealt with.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/close", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    request_body = Closing,
    responses(
        (status = 202, description = "It is closed, now or before"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`taken`: somebody else has it; `closed`; `not_taken`: it must be taken from the queue first", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: the reason is too long", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn close(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    Body(Closing { comment, client_id }): Body<Closing>,
) -> Result<StatusCode, Problem> {
    let comment = comment.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if comment.as_ref().is_some_and(|text| text.chars().count() > LONGEST) {
        return Err(Problem::unfit(format!("Причина длиннее {LONGEST} знаков")));
    }
    let work = at_work(&app, &caller, &connection).await?;
    let me = work.operator.person;
    let lane = LaneId(id);
    app.bridge.workspace.close(work.connection, lane, me, comment, &client_id).await?;
    Ok(StatusCode::ACCEPTED)
}
