//! `GET /api/workspace/{connection}/live`

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use engine::StoreError;
use engine::board::{BoardQuery, Cards, Listed};
use engine::model::LaneId;
use futures::Stream;
use futures::stream::unfold;
use jiff::{SignedDuration, Timestamp};

use super::card::WorkCard;
use super::{AtWork, at_work};
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// How often is looked for news that nobody has announced.
const LOOK: SignedDuration = SignedDuration::from_secs(1);
/// How long before a card became news it may have been stamped: no transaction lasts longer.
const LATE: SignedDuration = SignedDuration::from_secs(20);
/// When the stream ends, so that the browser comes again and shows anew who it is.
const LIFE: SignedDuration = SignedDuration::from_mins(15);
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
    let feed = match last_event(&headers) {
        Some(moment) => Feed::after(app, work, moment),
        None => Feed::from_now(app, work).await?,
    };
    let events = unfold(feed, async |mut feed| Some((Ok(feed.next().await?), feed)));
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

fn last_event(headers: &HeaderMap) -> Option<Timestamp> {
    let micros = headers.get("last-event-id")?.to_str().ok()?.parse().ok()?;
    Timestamp::from_microsecond(micros).ok()
}

/// The news for one listener.
struct Feed {
    app: App,
    work: AtWork,
    /// When the listener came.
    since: Timestamp,
    /// The newest change that was told.
    told_until: Timestamp,
    /// What was told lately, by the change it was told for.
    told: HashMap<LaneId, Mark>,
    waiting: VecDeque<Event>,
}

/// By what a card's states are told apart: two changes of one moment have different revisions, and what was read
/// in another window has no other moment.
type Mark = (Timestamp, i64, u32);

fn mark(one: &Listed) -> Mark {
    (one.changed_at, one.revision, one.unread)
}

impl Feed {
    fn after(app: App, work: AtWork, told_until: Timestamp) -> Self {
        let since = app.clock.now();
        Self { app, work, since, told_until, told: HashMap::new(), waiting: VecDeque::new() }
    }

    /// What has happened so far is no news.
    async fn from_now(app: App, work: AtWork) -> Result<Self, Problem> {
        let now = app.clock.now();
        let mut feed = Self::after(app, work, now);
        for known in feed.changed().await? {
            feed.told.insert(known.lane, mark(&known));
        }
        Ok(feed)
    }

    /// The next event; `None` when the stream has lived long enough, or the board can't be read.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            self.read().await.ok()?;
            if self.waiting.is_empty() {
                self.wait().await?;
            }
        }
    }

    async fn wait(&self) -> Option<()> {
        let clock = &self.app.clock;
        if clock.now().duration_since(self.since) > LIFE {
            return None;
        }
        tokio::select! {
            () = self.app.bridge.engine.store().announced() => {}
            () = clock.sleep(LOOK) => {}
        }
        Some(())
    }

    async fn read(&mut self) -> Result<(), Problem> {
        let mut news = self.changed().await?;
        news.retain(|one| self.told.get(&one.lane) != Some(&mark(one)));
        news.sort_by_key(|one| (one.changed_at, one.lane));
        let now = self.app.clock.now();
        for one in news {
            self.told.insert(one.lane, mark(&one));
            self.told_until = self.told_until.max(one.changed_at);
            let id = self.told_until.as_microsecond().to_string();
            let event = Event::default().event("card").id(id);
            let event = event.json_data(WorkCard::of(one, &self.work, now)?);
            self.waiting.push_back(event.map_err(StoreError::broken)?);
        }
        let forgotten = earlier(self.told_until);
        self.told.retain(|_, (changed, ..)| *changed >= forgotten);
        Ok(())
    }

    /// What has changed since the last news, and shortly before.
    async fn changed(&self) -> Result<Vec<Listed>, Problem> {
        let query = BoardQuery {
            connection: self.work.connection,
            cards: Cards::ChangedSince(earlier(self.told_until)),
            reader: &self.work.reader,
            after: None,
            limit: NEWS,
        };
        Ok(self.app.bridge.engine.store().board(query).await?)
    }
}

fn earlier(moment: Timestamp) -> Timestamp {
    moment.saturating_sub(LATE).unwrap_or(Timestamp::MIN)
}
