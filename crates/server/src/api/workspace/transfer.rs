//! `POST /api/workspace/{connection}/cards/{id}/transfer`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::ids::UisEmployeeId;
use engine::model::LaneId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::at_work;
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// To whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewHolder {
    /// The employee of UIS.
    to: i64,
    /// An id of the sender's own: the same sent again is one.
    client_id: String,
}

/// Hands a chat or lead over to a colleague.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/transfer", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    request_body = NewHolder,
    responses(
        (status = 202, description = "It is the colleague's"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`taken`: somebody else has it; `closed`; `not_taken`: it must be taken from the queue first", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: there is no such employee", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn transfer(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    Body(new): Body<NewHolder>,
) -> Result<StatusCode, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let (me, to) = (work.operator.person, UisEmployeeId(new.to));
    let lane = LaneId(id);
    app.bridge.workspace.transfer(work.connection, lane, me, to, &new.client_id).await?;
    Ok(StatusCode::ACCEPTED)
}
