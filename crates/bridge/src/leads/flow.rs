//! Leads as a flow of the engine.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use domain::leads::LeadNote;
use engine::model::{Effect, Event, Input, LaneKey, Step};
use engine::{Flow, Found, Place, Store};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::Deserialize;
use serde_json::Value;

use super::lane::LeadLane;
use super::{LANE, REPORTED, course, desk, event};
use crate::accounts::Accounts;
use crate::calls;
use crate::chats;
use crate::draft::{Draft, json};
use crate::entities::{self, EntityEffect};
use crate::scene::Scene;

/// The flow of leads.
pub(crate) struct LeadFlow {
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
}

impl LeadFlow {
    /// The flow over these accounts; the store is asked for names that lanes take.
    pub(crate) fn new(accounts: Arc<Accounts>, store: Arc<dyn Store>) -> Self {
        Self { accounts, store }
    }
}

#[async_trait]
impl Flow for LeadFlow {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let scene = Scene {
            place,
            account: &account,
            store: &*self.store,
            ask_deadline: self.accounts.options.ask_deadline,
        };
        let mut lane = LeadLane::open(state, place.now)?;
        let mut draft = Draft::new(place, LANE);
        // what comes in is only taken in: Planfix's REST API is asked by the timer, at once
        let mut desk = desk::Step::new(&input);
        let wake_at: Option<Timestamp> = match input {
            Input::Event(event) if chats::is_deed(&event.kind) => {
                desk.take(&mut lane, chats::deed_of(event.payload)?, event.received_at)?;
                Some(place.now)
            }
            Input::Event(event) => {
                take(&scene, &mut lane, event, &mut draft)?;
                Some(place.now)
            }
            Input::Result(outcome) => {
                lane.making.take(&outcome, &mut draft)?;
                Some(place.now)
            }
            Input::Timer => course::step(&scene, &mut lane, &mut draft).await?,
        };
        let summary = lane.summary(wake_at.is_some())?;
        let step = draft.finish(&lane, summary, wake_at)?;
        // where operators work, leads stand in their queue
        if account.chat_api.is_some() { desk.show(&lane, step) } else { Ok(step) }
    }

    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure> {
        let account = self.accounts.get(place.connection).await?;
        entities::send(&account, effect.operation, &stored(effect)?).await
    }

    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure> {
        let account = self.accounts.get(place.connection).await?;
        entities::look(&account, effect, &stored(effect)?).await
    }

    fn rewind(&self, _key: &LaneKey, state: Value) -> Value {
        let rewound = serde_json::from_value::<LeadLane>(state).map(LeadLane::rewound);
        rewound.ok().and_then(|lane| json(&lane).ok()).unwrap_or(Value::Null)
    }

    fn set_filter_aside(&self, _key: &LaneKey, state: Value) -> Option<Value> {
        json(&serde_json::from_value::<LeadLane>(state).ok()?.let_in()?).ok()
    }
}

/// Takes in what came of a lead.
fn take(
    scene: &Scene<'_>,
    lane: &mut LeadLane,
    event: Event,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if event.kind == REPORTED {
        let row = event::row_of(event.payload)?;
        if !lane.facts.columns.is_empty() && !lane.facts.reported {
            draft.note(&LeadNote::LeadReported)?;
        }
        lane.facts.learn(row.left_at, row.columns);
    } else {
        let columns = event::columns_of(event.payload)?;
        let zone = scene.account.settings.timezone.zone();
        let left_at = columns.get("date_time").and_then(|text| {
            let civil: DateTime = text.parse().ok()?;
            zone.to_timestamp(civil).ok()
        });
        lane.facts.left_at = left_at.unwrap_or(event.received_at).min(lane.facts.left_at);
        lane.facts.hear(columns);
    }
    Ok(())
}

fn stored(effect: &Effect) -> Result<EntityEffect, Failure> {
    EntityEffect::deserialize(&effect.payload).map_err(calls::unreadable_effect)
}
