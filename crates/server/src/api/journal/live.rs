//! `GET /api/journal/live`

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use cabinet::Role;
use engine::StoreError;
use engine::journal::{Communication as Stored, JournalQuery};
use engine::model::LaneId;
use futures::Stream;
use futures::stream::unfold;
use jiff::{SignedDuration, Timestamp};

use super::communication::Communication;
use super::names::Names;
use crate::app::App;
use crate::auth::{Caller, Veil, Viewer};
use crate::problem::Problem;

/// How often is looked for news that nobody has announced.
const LOOK: SignedDuration = SignedDuration::from_secs(1);
/// How long before a communication became news it may have been stamped: no transaction lasts longer.
const LATE: SignedDuration = SignedDuration::from_secs(20);
/// When the stream ends, so that the browser comes again and shows anew who it is.
const LIFE: SignedDuration = SignedDuration::from_mins(15);
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
    let feed = match last_event(&headers) {
        Some(moment) => Feed::after(app, caller.role(), moment),
        None => Feed::from_now(app, caller.role()).await?,
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
    /// The listener's.
    role: Role,
    /// When the listener came.
    since: Timestamp,
    /// The newest change that was told.
    told_until: Timestamp,
    /// What was told lately, by the change it was told for.
    told: HashMap<LaneId, Timestamp>,
    waiting: VecDeque<Event>,
}

impl Feed {
    fn after(app: App, role: Role, told_until: Timestamp) -> Self {
        let since = app.clock.now();
        Self { app, role, since, told_until, told: HashMap::new(), waiting: VecDeque::new() }
    }

    /// What has happened so far is no news.
    async fn from_now(app: App, role: Role) -> Result<Self, Problem> {
        let now = app.clock.now();
        let mut feed = Self::after(app, role, now);
        for known in feed.changed().await? {
            feed.told.insert(known.id, known.updated_at);
        }
        Ok(feed)
    }

    /// The next event; `None` when the stream has lived long enough, or the journal can't be read.
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
        news.retain(|one| self.told.get(&one.id) != Some(&one.updated_at));
        news.sort_by_key(|one| (one.updated_at, one.id));
        let names = Names::load(&self.app).await?;
        let veil = Veil::from_role(&self.app, self.role).await?;
        for one in news {
            self.told.insert(one.id, one.updated_at);
            self.told_until = self.told_until.max(one.updated_at);
            let id = self.told_until.as_microsecond().to_string();
            let event = Event::default().event("communication").id(id);
            let event = event.json_data(veil.value(Communication::of(one, &names))?);
            self.waiting.push_back(event.map_err(StoreError::broken)?);
        }
        let forgotten = earlier(self.told_until);
        self.told.retain(|_, changed| *changed >= forgotten);
        Ok(())
    }

    /// What has changed since the last news, and shortly before.
    async fn changed(&self) -> Result<Vec<Stored>, Problem> {
        let changed_since = Some(earlier(self.told_until));
        let (mut all, mut before) = (Vec::new(), None);
        for _ in 0..PAGES {
            let query = JournalQuery { changed_since, before, limit: 200, ..Default::default() };
            let page = self.app.bridge.engine.store().journal(query).await?;
            all.extend(page.items);
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        Ok(all)
    }
}

fn earlier(moment: Timestamp) -> Timestamp {
    moment.saturating_sub(LATE).unwrap_or(Timestamp::MIN)
}
