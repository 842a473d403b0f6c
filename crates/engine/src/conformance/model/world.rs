//! The outside world: it carries writes out, or does not, and counts.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::{Clock, ManualClock};
use domain::failure::Code;
use domain::{Class, Failure};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use super::storm::{Lands, Point, Trouble};
use crate::flow::Place;
use crate::model::{Effect, LaneId};

/// A write that left.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    pub(super) lane: LaneId,
    pub(super) door: String,
    pub(super) effect: i64,
    pub(super) name: String,
    pub(super) at: Timestamp,
    /// How often the lane had been replayed.
    pub(super) life: usize,
    /// Whether it was turned away at the door, so that the attempt does not count.
    pub(super) turned_away: bool,
}

#[derive(Default)]
struct State {
    sent: Vec<Sent>,
    landings: HashMap<(LaneId, String), Vec<Timestamp>>,
    lives: HashMap<LaneId, usize>,
    troubles: HashMap<String, VecDeque<Trouble>>,
    outages: HashMap<String, Trouble>,
    steps: VecDeque<Trouble>,
    looks: VecDeque<Trouble>,
    catch: Option<(Point, Lands)>,
    caught: Option<LaneId>,
}

/// The outside world.
pub(super) struct World {
    clock: Arc<ManualClock>,
    state: Mutex<State>,
    /// Somebody was caught.
    pub(super) caught: Notify,
    /// He may go on.
    pub(super) let_go: Notify,
}

impl World {
    pub(super) fn new(clock: Arc<ManualClock>) -> Self {
        Self { clock, state: Mutex::default(), caught: Notify::new(), let_go: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // a panic the storm asked for is no reason to stop
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All trouble ends.
    pub(super) fn heal(&self) {
        let mut state = self.state();
        state.troubles.clear();
        state.outages.clear();
        state.steps.clear();
        state.looks.clear();
    }

    pub(super) fn trouble_at(&self, door: &str, trouble: Trouble) {
        self.state().troubles.entry(door.to_owned()).or_default().push_back(trouble);
    }

    pub(super) fn outage_at(&self, door: &str, trouble: Option<Trouble>) {
        let mut state = self.state();
        state.outages.remove(door);
        state.outages.extend(trouble.map(|trouble| (door.to_owned(), trouble)));
    }

    pub(super) fn step_trouble(&self, trouble: Trouble) {
        self.state().steps.push_back(trouble);
    }

    pub(super) fn look_trouble(&self, trouble: Trouble) {
        self.state().looks.push_back(trouble);
    }

    /// Whoever comes to the point next is caught there.
    pub(super) fn catch_at(&self, catch: Option<(Point, Lands)>) {
        self.state().catch = catch;
    }

    /// Whose worker was caught last.
    pub(super) fn caught_in(&self) -> LaneId {
        self.state().caught.expect("somebody was caught")
    }

    pub(super) fn replayed(&self, lane: LaneId) {
        *self.state().lives.entry(lane).or_default() += 1;
    }

    pub(super) fn sent(&self) -> Vec<Sent> {
        self.state().sent.clone()
    }

    /// How often the write was carried out.
    pub(super) fn landed(&self, lane: LaneId, name: &str) -> usize {
        self.state().landings.get(&(lane, name.to_owned())).map_or(0, Vec::len)
    }

    /// Everything that was carried out.
    pub(super) fn landings(&self) -> Vec<(LaneId, String, usize)> {
        let state = self.state();
        state.landings.iter().map(|((lane, name), at)| (*lane, name.clone(), at.len())).collect()
    }

    /// A step is on its way.
    pub(super) async fn step(&self, place: &Place) -> Result<(), Failure> {
        self.pass(Point::Step, place).await;
        let trouble = self.state().steps.pop_front();
        trouble.map_or(Ok(()), |trouble| Err(self.failure(trouble)))
    }

    /// Whether the write has been carried out by now.
    pub(super) async fn look(&self, place: &Place, name: &str) -> Result<bool, Failure> {
        self.pass(Point::Look, place).await;
        let trouble = self.state().looks.pop_front();
        if let Some(trouble) = trouble {
            return Err(self.failure(trouble));
        }
        let now = self.clock.now();
        let state = self.state();
        let landings = state.landings.get(&(place.lane, name.to_owned()));
        Ok(landings.is_some_and(|landings| landings.iter().any(|at| *at <= now)))
    }

    /// A write is on its way.
    pub(super) async fn send(
        &self,
        place: &Place,
        effect: &Effect,
        name: &str,
    ) -> Result<(), Failure> {
        let trouble = self.trouble_of(&effect.door.0);
        self.note_sent(place, effect, name, trouble);
        if let Some(lands) = self.pass(Point::Send, place).await {
            self.land(place.lane, name, lands);
            self.let_go.notified().await;
            return Ok(());
        }
        match trouble {
            None => self.land(place.lane, name, Some(0)),
            Some(Trouble::Unknown { lands } | Trouble::Panic { lands }) => {
                self.land(place.lane, name, lands);
            }
            Some(_) => {}
        }
        trouble.map_or(Ok(()), |trouble| Err(self.failure(trouble)))
    }

    fn trouble_of(&self, door: &str) -> Option<Trouble> {
        let mut state = self.state();
        let once = state.troubles.get_mut(door).and_then(VecDeque::pop_front);
        once.or_else(|| state.outages.get(door).copied())
    }

    fn note_sent(&self, place: &Place, effect: &Effect, name: &str, trouble: Option<Trouble>) {
        let mut state = self.state();
        let life = state.lives.get(&place.lane).copied().unwrap_or_default();
        let turned_away = matches!(trouble, Some(Trouble::Throttled { .. } | Trouble::AuthBroken));
        let sent = Sent {
            lane: place.lane,
            door: effect.door.0.clone(),
            effect: effect.id.0,
            name: name.to_owned(),
            at: self.clock.now(),
            life,
            turned_away,
        };
        state.sent.push(sent);
    }

    /// Carries a write out, at its moment.
    fn land(&self, lane: LaneId, name: &str, lands: Lands) {
        let Some(seconds) = lands else { return };
        let at = self.clock.now() + SignedDuration::from_secs(i64::from(seconds));
        self.state().landings.entry((lane, name.to_owned())).or_default().push(at);
    }

    /// Goes past the point, or is caught there; who is caught in the middle of sending learns here
    /// whether his write lands, the others go on when they are let go.
    async fn pass(&self, point: Point, place: &Place) -> Option<Lands> {
        let caught = self.state().catch.take_if(|(at, _)| *at == point)?;
        self.state().caught = Some(place.lane);
        self.caught.notify_one();
        if point != Point::Send {
            self.let_go.notified().await;
        }
        Some(caught.1)
    }

    fn failure(&self, trouble: Trouble) -> Failure {
        let seconds = |seconds: u16| SignedDuration::from_secs(i64::from(seconds));
        let class = match trouble {
            Trouble::Retry => Class::Retry,
            Trouble::WaitUntil { seconds: s } => {
                Class::WaitUntil { until: self.clock.now() + seconds(s) }
            }
            Trouble::Throttled { seconds: s } => Class::Throttled { wait: seconds(s) },
            Trouble::AuthBroken => Class::AuthBroken,
            Trouble::Unknown { .. } => Class::Unknown,
            Trouble::Permanent => Class::Permanent,
            Trouble::Panic { .. } => panic!("the storm wanted it"),
        };
        Failure::new(class, Code::new("TEST-STORM"), "a storm")
    }
}
