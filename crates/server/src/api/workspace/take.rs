//! `POST /api/workspace/{connection}/cards/{id}/take`

use axum::Json;
use axum::extract::{Path, State};
use engine::model::LaneId;

use super::card::WorkCard;
use super::{at_work, show};
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// Takes a chat or lead from the queue. Of several who try at once one succeeds, and the others are told who.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/take", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    responses(
        (status = 200, description = "It is the caller's", body = WorkCard),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`taken`: somebody else was faster, `detail` says who; `closed`", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn take(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
) -> Result<Json<WorkCard>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let me = work.operator.person.clone();
    app.bridge.workspace.take(work.connection, LaneId(id), me.clone()).await?;
    let card = show::card(&app, &work, id).await?;
    Ok(Json(card.taken_by(me.employee.0, me.name)))
}
