//! `GET /api/workspace/{connection}/cards/{id}/thread`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use engine::model::{LaneId, Lines};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::line::ThreadLine;
use super::{at_work, show};
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// How many lines a page holds unless asked otherwise.
const PAGE: u32 = 100;

/// Which lines. Without `before` and `since`: the newest.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct WantedLines {
    /// Those before this `seq`.
    before: Option<i64>,
    /// Those that are new or have changed since this `revision`: what was missed while away.
    since: Option<i64>,
    /// At most so many, 1 to 500; 100 unless given.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// Lines of a thread.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadLines {
    /// By `seq`; with `since`, by `revision`.
    items: Vec<ThreadLine>,
    /// Whether there are more in the same direction.
    more: bool,
}

/// What was said.
#[utoipa::path(get, path = "/api/workspace/{connection}/cards/{id}/thread", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
        WantedLines,
    ),
    responses(
        (status = 200, description = "The lines", body = ThreadLines),
        (status = 400, description = "Lines that can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn thread(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    wanted: Result<Query<WantedLines>, QueryRejection>,
) -> Result<Json<ThreadLines>, Problem> {
    let Query(wanted) = wanted.map_err(|error| Problem::bad_request(error.body_text()))?;
    let limit = wanted.limit.unwrap_or(PAGE);
    if !(1..=500).contains(&limit) {
        return Err(Problem::bad_request("limit: от 1 до 500"));
    }
    let lines = match (wanted.before, wanted.since) {
        (None, None) => Lines::Last,
        (Some(seq), None) => Lines::Before(seq),
        (None, Some(revision)) => Lines::ChangedSince(revision),
        (Some(_), Some(_)) => return Err(Problem::bad_request("before или since, не оба")),
    };
    let work = at_work(&app, &caller, &connection).await?;
    show::card(&app, &work, id).await?;
    let entries = app.bridge.engine.store().thread(LaneId(id), lines, limit).await?;
    let more = u32::try_from(entries.len()).is_ok_and(|number| number == limit);
    let items = entries.into_iter().map(|entry| ThreadLine::of(entry, &work));
    let items = items.collect::<Result<_, _>>()?;
    Ok(Json(ThreadLines { items, more }))
}
