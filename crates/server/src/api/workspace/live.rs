//! `GET /api/workspace/{connection}/live`

use std::convert::Infallible;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use engine::board::{BoardQuery, Cards, Listed};
use futures::Stream;
use jiff::Timestamp;

use super::card::WorkCard;
use super::{AtWork, at_work};
use crate::api::news::{self, Listened, Stamp};
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// How many cards are read in one go at most; whoever was away longer reads the lists anew.
const NEWS: u32 = 1000;

/// Cards as something happens to them, on whichever node, as server-sent events: `card` with the same JSON as in
/// the list. A greater `revision` says that the thread has news, to be read with `since`. After a break,
/// `Last-Event-ID` brings what was missed; what came shortly before may come again.
#[utoipa::path(get, path = "/api/workspace/{connection}/live", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that arrived"),
    ),
    responses(
        (status = 200, description = "Events", body = WorkCard, content_type = "text/event-stream"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn live(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    news::events(app, Board { work }, &headers).await
}

/// The board, as an operator sees it.
struct Board {
    work: AtWork,
}

impl Listened for Board {
    type Item = Listed;
    type Told = WorkCard;
    const EVENT: &'static str = "card";

    /// Two changes of one moment have different revisions, and what was read in another window has no other
    /// moment.
    fn stamp(one: &Listed) -> Stamp {
        let detail = (one.revision, one.unread);
        Stamp { lane: one.lane, changed_at: one.changed_at, detail }
    }

    async fn changed(&self, app: &App, since: Timestamp) -> Result<Vec<Listed>, Problem> {
        let query = BoardQuery {
            connection: self.work.connection,
            cards: Cards::ChangedSince(since),
            reader: &self.work.reader,
            after: None,
            limit: NEWS,
        };
        Ok(app.bridge.engine.store().board(query).await?)
    }

    async fn tell(&self, app: &App, items: Vec<Listed>) -> Result<Vec<WorkCard>, Problem> {
        let now = app.clock.now();
        items.into_iter().map(|one| WorkCard::of(one, &self.work, now)).collect()
    }
}
