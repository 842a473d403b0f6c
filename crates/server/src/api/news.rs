//! Server-sent events about a list: what changes in it, on whichever node, for one listener.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;

use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use engine::StoreError;
use engine::model::LaneId;
use futures::Stream;
use futures::stream::unfold;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::app::App;
use crate::problem::Problem;

/// How often is looked for news that nobody has announced.
const LOOK: SignedDuration = SignedDuration::from_secs(1);
/// How long before something became news it may have been stamped: no transaction lasts longer.
const LATE: SignedDuration = SignedDuration::from_secs(20);
/// When the stream ends, so that the browser comes again and shows anew who it is.
const LIFE: SignedDuration = SignedDuration::from_mins(15);

/// A list that somebody listens to.
pub(crate) trait Listened: Send + Sync + 'static {
    /// What stands in it.
    type Item: Send;
    /// What the listener is told of it.
    type Told: Serialize;
    /// The events' name.
    const EVENT: &'static str;

    /// Which item it is, and which state of it.
    fn stamp(item: &Self::Item) -> Stamp;

    /// What has changed at the moment or later, in any order.
    fn changed(
        &self,
        app: &App,
        since: Timestamp,
    ) -> impl Future<Output = Result<Vec<Self::Item>, Problem>> + Send;

    /// The items in the listener's words, one for each.
    fn tell(
        &self,
        app: &App,
        items: Vec<Self::Item>,
    ) -> impl Future<Output = Result<Vec<Self::Told>, Problem>> + Send;
}

/// A state of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The item.
    pub(crate) lane: LaneId,
    /// When it changed.
    pub(crate) changed_at: Timestamp,
    /// What tells two states of one moment apart, and one that changed without a moment of its own.
    pub(crate) detail: (i64, u32),
}

/// The events, from the one after the listener's last on; from now on for who has none.
pub(crate) async fn events<L: Listened>(
    app: App,
    list: L,
    headers: &HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>> + use<L>>, Problem> {
    let feed = match last_event(headers) {
        Some(moment) => Feed::after(app, list, moment),
        None => Feed::from_now(app, list).await?,
    };
    let events = unfold(feed, async |mut feed| Some((Ok(feed.next().await?), feed)));
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

fn last_event(headers: &HeaderMap) -> Option<Timestamp> {
    let micros = headers.get("last-event-id")?.to_str().ok()?.parse().ok()?;
    Timestamp::from_microsecond(micros).ok()
}

/// The news for one listener.
struct Feed<L> {
    app: App,
    list: L,
    /// When the listener came.
    since: Timestamp,
    /// The newest change that was told.
    told_until: Timestamp,
    /// What was told lately.
    told: HashMap<LaneId, Stamp>,
    waiting: VecDeque<Event>,
}

impl<L: Listened> Feed<L> {
    fn after(app: App, list: L, told_until: Timestamp) -> Self {
        let since = app.clock.now();
        Self { app, list, since, told_until, told: HashMap::new(), waiting: VecDeque::new() }
    }

    /// What has happened so far is no news.
    async fn from_now(app: App, list: L) -> Result<Self, Problem> {
        let now = app.clock.now();
        let mut feed = Self::after(app, list, now);
        for known in feed.changed().await? {
            let stamp = L::stamp(&known);
            feed.told.insert(stamp.lane, stamp);
        }
        Ok(feed)
    }

    /// The next event; `None` when the stream has lived long enough, or the list can't be read.
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
        news.retain(|one| {
            let stamp = L::stamp(one);
            self.told.get(&stamp.lane) != Some(&stamp)
        });
        if news.is_empty() {
            return Ok(());
        }
        news.sort_by_key(|one| {
            let stamp = L::stamp(one);
            (stamp.changed_at, stamp.lane)
        });
        let stamps: Vec<Stamp> = news.iter().map(L::stamp).collect();
        for (stamp, told) in stamps.into_iter().zip(self.list.tell(&self.app, news).await?) {
            self.told.insert(stamp.lane, stamp);
            self.told_until = self.told_until.max(stamp.changed_at);
            let id = self.told_until.as_microsecond().to_string();
            let event = Event::default().event(L::EVENT).id(id).json_data(told);
            self.waiting.push_back(event.map_err(StoreError::broken)?);
        }
        let forgotten = earlier(self.told_until);
        self.told.retain(|_, stamp| stamp.changed_at >= forgotten);
        Ok(())
    }

    /// What has changed since the last news, and shortly before.
    async fn changed(&self) -> Result<Vec<L::Item>, Problem> {
        self.list.changed(&self.app, earlier(self.told_until)).await
    }
}

fn earlier(moment: Timestamp) -> Timestamp {
    moment.saturating_sub(LATE).unwrap_or(Timestamp::MIN)
}
