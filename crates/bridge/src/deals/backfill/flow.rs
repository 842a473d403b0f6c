//! A run as a lane of the engine, `backfill/<when it was begun>`: one node moves it on at a time, it goes on after a
//! restart, and its story stands in the journal.

use std::sync::Arc;

use async_trait::async_trait;
use domain::deals::DealNote;
use domain::{Class, Failure};
use engine::model::{ConnectionId, DedupKey, Effect, Input, LaneKey, NewEvent, NewNote};
use engine::model::{Standing, Step, Summary};
use engine::{Flow, Found, Place, Store};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::page;
use super::run::{Run, Stage};
use crate::accounts::Accounts;
use crate::deals::{BACKFILL_LANE, LANE};
use crate::draft;
use crate::stored::no_writes;

/// The event that somebody has begun or turned a run.
const TURNED: &str = "backfill_turned";
/// What the journal calls a run.
const TITLE: &str = "Загрузка существующих задач";

/// How often is looked what was read: about as often as the account's budget lets a task be read.
const LOOK: SignedDuration = SignedDuration::from_secs(3);
/// How often while nothing moves: the tasks wait for requests that the account has for others only.
const IDLE: SignedDuration = SignedDuration::from_secs(20);
/// When it is tried again after trouble.
const AFTER_TROUBLE: SignedDuration = SignedDuration::from_mins(1);

/// The flow of runs.
pub(crate) struct BackfillFlow {
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
}

/// What the lane remembers: what its story was told last. How the run stands is a record.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Told {
    stage: Option<Stage>,
    trouble: Option<Failure>,
}

/// The event that a run was begun or turned: it wakes the lane.
pub(super) fn turned_event(connection: ConnectionId, run: &Run, now: Timestamp) -> NewEvent {
    let mark = run.mark();
    NewEvent {
        connection,
        dedup: DedupKey::new(format!("backfill/{mark}/{}", now.as_millisecond())),
        lane: LaneKey::new(BACKFILL_LANE, mark),
        kind: TURNED.to_owned(),
        payload: json!({ "stage": run.stage, "days": run.days }),
        received_at: now,
    }
}

impl BackfillFlow {
    pub(crate) fn new(accounts: Arc<Accounts>, store: Arc<dyn Store>) -> Self {
        Self { accounts, store }
    }
}

#[async_trait]
impl Flow for BackfillFlow {
    async fn step(&self, place: &Place, state: Value, _input: Input) -> Result<Step, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let run = page::go_on(&account, &*self.store, place.now).await?;
        // a newer run has a lane of its own
        let Some(run) = run.filter(|run| run.mark() == place.key.thing()) else {
            return Ok(Step { state, ..Step::default() });
        };
        let before: Told = serde_json::from_value(state).unwrap_or_default();
        let now = Told { stage: Some(run.stage), trouble: run.trouble.clone() };
        let stands = note_of(&run);
        let notes = if before == now {
            Vec::new()
        } else {
            vec![NewNote { kind: LANE.to_owned(), data: draft::json(&stands)? }]
        };
        Ok(Step {
            state: draft::json(&now)?,
            notes,
            wake_at: wake_at(&run, place.now),
            summary: Some(summary(&run, &stands)?),
            ..Step::default()
        })
    }

    async fn send(&self, _place: &Place, _effect: &Effect) -> Result<Value, Failure> {
        Err(no_writes())
    }

    async fn look(&self, _place: &Place, _effect: &Effect) -> Result<Found, Failure> {
        Err(no_writes())
    }

    fn rewind(&self, _key: &LaneKey, _state: Value) -> Value {
        Value::Null
    }
}

fn note_of(run: &Run) -> DealNote {
    match &run.trouble {
        Some(failure) => DealNote::LoadStuck { failure: failure.clone() },
        None => DealNote::Load { stage: run.stage, read: run.read, found: run.found },
    }
}

fn wake_at(run: &Run, now: Timestamp) -> Option<Timestamp> {
    let pause = match run.trouble.as_ref().map(|failure| &failure.class) {
        None if run.moved_at == now => LOOK,
        None => IDLE,
        Some(Class::WaitUntil { until }) => return Some((*until).max(now + LOOK)),
        Some(_) => AFTER_TROUBLE,
    };
    run.is_moving().then(|| now + pause)
}

fn summary(run: &Run, stands: &DealNote) -> Result<Summary, Failure> {
    Ok(Summary {
        direction: None,
        phone: None,
        client: None,
        title: TITLE.to_owned(),
        state: if run.stage.is_open() { Standing::Waiting } else { Standing::Done },
        reason: draft::json(stands)?,
        started_at: run.started_at,
        task: None,
        contact: None,
    })
}
