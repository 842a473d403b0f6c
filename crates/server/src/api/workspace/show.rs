//! `GET /api/workspace/{connection}/cards/{id}`

use axum::Json;
use axum::extract::{Path, State};
use engine::model::LaneId;

use super::card::WorkCard;
use super::{AtWork, at_work};
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// One chat or lead.
#[utoipa::path(get, path = "/api/workspace/{connection}/cards/{id}", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    responses(
        (status = 200, description = "The card", body = WorkCard),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
) -> Result<Json<WorkCard>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    Ok(Json(card(&app, &work, id).await?))
}

/// The card of that number, when it is of the connection.
pub(super) async fn card(app: &App, work: &AtWork, id: i64) -> Result<WorkCard, Problem> {
    let listed = app.bridge.engine.store().card(LaneId(id), &work.reader).await?;
    let listed = listed.filter(|card| card.connection == work.connection);
    let listed = listed.ok_or_else(|| Problem::not_found("Такого обращения нет"))?;
    WorkCard::of(listed, work, app.clock.now())
}
