//! `GET /api/journal/live`

use std::convert::Infallible;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use cabinet::Role;
use domain::LaneKind;
use engine::journal::{Communication as Stored, JournalQuery};
use futures::Stream;
use jiff::Timestamp;
use serde_json::Value;

use super::communication::Communication;
use super::names::Names;
use crate::api::news::{self, Listened, Stamp};
use crate::app::App;
use crate::auth::{Caller, Veil, Viewer};
use crate::problem::Problem;

/// How many pages of news are read in one go at most; whoever was away longer reads the list anew.
const PAGES: usize = 10;

/// Communications as something happens to them, on whichever node, as server-sent events: `communication`
/// with the same JSON as in the list. After a break, `Last-Event-ID` brings what was missed; what came
/// shortly before may come again.
#[utoipa::path(get, path = "/api/journal/live", tag = "journal", security(("token" = []), ("session" = [])),
    params(("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that arrived")),
    responses(
        (status = 200, description = "Events", body = Communication, content_type = "text/event-stream"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn live(
    caller: Caller<Viewer>,
    State(app): State<App>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    news::events(app, Journal { role: caller.role() }, &headers).await
}

/// The journal, as somebody of the role sees it.
struct Journal {
    role: Role,
}

impl Listened for Journal {
    type Item = Stored;
    type Told = Value;
    const EVENT: &'static str = "communication";

    fn stamp(one: &Stored) -> Stamp {
        Stamp { lane: one.id, changed_at: one.updated_at, detail: (0, 0) }
    }

    async fn changed(&self, app: &App, since: Timestamp) -> Result<Vec<Stored>, Problem> {
        let changed_since = Some(since);
        let (mut all, mut before) = (Vec::new(), None);
        for _ in 0..PAGES {
            let kinds = Some(LaneKind::listed());
            let query =
                JournalQuery { changed_since, kinds, before, limit: 200, ..Default::default() };
            let page = app.bridge.engine.store().journal(query).await?;
            all.extend(page.items);
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        Ok(all)
    }

    async fn tell(&self, app: &App, items: Vec<Stored>) -> Result<Vec<Value>, Problem> {
        let names = Names::load(app).await?;
        let veil = Veil::from_role(app, self.role).await?;
        items.into_iter().map(|one| veil.value(Communication::of(one, &names))).collect()
    }
}
