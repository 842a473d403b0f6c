//! `GET /api/workspace/{connection}/cards`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use engine::board::{BoardQuery, Cards};
use engine::model::LaneId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::at_work;
use super::card::WorkCard;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// How many cards a page holds unless asked otherwise.
const PAGE: u32 = 500;

/// Which cards.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum View {
    /// The queue, who has waited longest first.
    Queue,
    /// The caller's, the last spoken to first.
    Mine,
    /// Everybody's and nobody's that is not over, the last spoken to first.
    All,
    /// Everything, what is over too, the last spoken to first.
    Archive,
}

/// Which page of which cards.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// Which cards.
    #[param(inline)]
    view: View,
    /// The `next` of the page before.
    after: Option<String>,
    /// At most so many, 1 to 1000; 500 unless given.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
}

/// A page of cards.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorkCards {
    /// In the order of the view.
    items: Vec<WorkCard>,
    /// `after` of the next page; `null` on the last one.
    next: Option<String>,
}

/// Chats and leads.
#[utoipa::path(get, path = "/api/workspace/{connection}/cards", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name"), Wanted),
    responses(
        (status = 200, description = "A page of cards", body = WorkCards),
        (status = 400, description = "A page that can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<WorkCards>, Problem> {
    let Query(wanted) = wanted.map_err(|error| Problem::bad_request(error.body_text()))?;
    let limit = wanted.limit.unwrap_or(PAGE);
    if !(1..=1000).contains(&limit) {
        return Err(Problem::bad_request("limit: от 1 до 1000"));
    }
    let after = wanted.after.as_deref().map(read_place).transpose()?;
    let work = at_work(&app, &caller, &connection).await?;
    let me = work.operator.person.employee.to_string();
    let cards = match wanted.view {
        View::Queue => Cards::Queue,
        View::Mine => Cards::HeldBy(&me),
        View::All => Cards::Open,
        View::Archive => Cards::All,
    };
    let query =
        BoardQuery { connection: work.connection, cards, reader: &work.reader, after, limit };
    let listed = app.bridge.engine.store().board(query).await?;
    let full = u32::try_from(listed.len()).is_ok_and(|number| number == limit);
    let place = |one: &engine::board::Listed| match wanted.view {
        View::Queue => (one.card.waiting_since.unwrap_or(one.card.last_at), one.lane),
        View::Mine | View::All | View::Archive => (one.card.last_at, one.lane),
    };
    let next = listed.last().filter(|_| full).map(|last| write_place(place(last)));
    let now = app.clock.now();
    let items = listed.into_iter().map(|one| WorkCard::of(one, &work, now));
    Ok(Json(WorkCards { items: items.collect::<Result<_, _>>()?, next }))
}

fn write_place((at, lane): (Timestamp, LaneId)) -> String {
    format!("{}-{lane}", at.as_microsecond())
}

fn read_place(text: &str) -> Result<(Timestamp, LaneId), Problem> {
    let read = || {
        let (at, lane) = text.rsplit_once('-')?;
        let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
        Some((at, LaneId(lane.parse().ok()?)))
    };
    read().ok_or_else(|| Problem::bad_request("after: возьмите next прошлой страницы"))
}
