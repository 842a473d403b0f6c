//! Deals as a flow of the engine.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use domain::deals::DealNote;
use domain::failure::Code;
use domain::ids::TaskId;
use engine::model::{Effect, Event, Input, LaneKey, Step};
use engine::{Flow, Found, Place, Store};
use jiff::SignedDuration;
use serde_json::Value;
use tokio::sync::Semaphore;

use super::effects::{self, DealEffect, Sending};
use super::lane::{DealLane, Unread};
use super::{BACKFILLED, LANE, read, results, summary, tie, told, watch};
use crate::accounts::{Account, Accounts};
use crate::draft::Draft;

/// The lane's key holds no task.
const KEY: Code = Code::new("SVZ-LANE");

/// So many tasks are read at once. Planfix gives one answer a second, so more would only keep the
/// engine's slots from the tasks of calls.
const READERS: usize = 4;
/// When a lane that found no free reader comes again, seconds.
const CROWDED: i64 = 5;

/// The flow of deals.
pub(crate) struct DealFlow {
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
    readers: Semaphore,
    sending: Sending,
}

/// Where a step happens, with everything it may ask.
pub(super) struct Scene<'a> {
    pub(super) place: &'a Place,
    pub(super) account: &'a Account,
    pub(super) store: &'a dyn Store,
    pub(super) task: TaskId,
}

impl DealFlow {
    pub(crate) fn new(accounts: Arc<Accounts>, store: Arc<dyn Store>, sending: Sending) -> Self {
        Self { accounts, store, readers: Semaphore::new(READERS), sending }
    }

    async fn wake(
        &self,
        scene: &Scene<'_>,
        lane: &mut DealLane,
        draft: &mut Draft<'_>,
    ) -> Result<(), Failure> {
        let now = scene.place.now;
        let Some(unread) = lane.unread.filter(|unread| unread.at <= now) else {
            if tie::is_due(lane, now) {
                return tie::step(scene, lane, draft).await;
            }
            return watch::step(scene, &self.sending, lane, draft).await;
        };
        if let Ok(_reader) = self.readers.try_acquire() {
            return read::step(scene, lane, unread, draft).await;
        }
        // those who wait do not come back all at once
        let spread = scene.task.0.rem_euclid(CROWDED * 4);
        let at = now + SignedDuration::from_secs(CROWDED + spread);
        lane.unread = Some(Unread { at, ..unread });
        Ok(())
    }
}

#[async_trait]
impl Flow for DealFlow {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let task = place.key.thing().parse();
        let task = task.map_err(|_| Failure::permanent(KEY, format!("no task: {}", place.key)))?;
        let scene = Scene { place, account: &account, store: &*self.store, task };
        let mut lane = DealLane::open(state, place.now)?;
        let mut draft = Draft::new(place, LANE);
        match input {
            Input::Event(event) => hear(&scene, &mut lane, &event, &mut draft)?,
            Input::Result(outcome) => results::step(&mut lane, &outcome, place.now),
            Input::Timer => self.wake(&scene, &mut lane, &mut draft).await?,
        }
        draft.finish(&lane, summary::summary(place, &lane)?, lane.next())
    }

    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let write = DealEffect::stored(&effect.payload)?;
        self.sending.send(&account, &write).await
    }

    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let write = DealEffect::stored(&effect.payload)?;
        effects::look(&account, &write).await
    }

    fn rewind(&self, _key: &LaneKey, state: Value) -> Value {
        let rewound = serde_json::from_value::<DealLane>(state).map(DealLane::rewound);
        rewound.ok().and_then(|lane| serde_json::to_value(lane).ok()).unwrap_or(Value::Null)
    }
}

/// Something was told of the task: it is to be read, once for all that is told until then.
fn hear(
    scene: &Scene<'_>,
    lane: &mut DealLane,
    event: &Event,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if !scene.account.settings.deals.enabled {
        lane.foreign = lane.last().is_none();
        lane.stands = Some(DealNote::Off);
        return draft.note(&DealNote::Off);
    }
    let backfill = event.kind == BACKFILLED;
    let at = if backfill { scene.place.now } else { told::read_after(event.received_at) };
    let before = lane.unread;
    lane.unread = Some(Unread {
        told: before.map_or(event.received_at, |before| before.told.max(event.received_at)),
        // a replayed lane is read before anything else is done
        at: if lane.revived.is_empty() { at } else { scene.place.now },
        backfill: backfill && before.is_none_or(|before| before.backfill),
    });
    Ok(())
}
