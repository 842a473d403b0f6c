//! Calls as a flow of the engine.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use domain::calls::CallFacts;
use domain::ids::CallSessionId;
use engine::model::{Effect, Input, LaneKey, Step};
use engine::{Flow, Found, Place, Store};
use serde_json::Value;

use super::effects::{self, CallEffect};
use super::lane::CallLane;
use super::summary::summary;
use super::{MANAGER_ASKED, REPORTED, afterwards, live, notification, recovered, results, wake};
use crate::accounts::Accounts;
use crate::draft::Draft;
use crate::scene::Scene;

/// The flow of calls.
pub struct CallFlow {
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
}

impl CallFlow {
    /// The flow over these accounts; the store is asked for names that lanes take.
    pub fn new(accounts: Arc<Accounts>, store: Arc<dyn Store>) -> Self {
        Self { accounts, store }
    }
}

#[async_trait]
impl Flow for CallFlow {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let scene = Scene {
            place,
            account: &account,
            store: &*self.store,
            ask_deadline: self.accounts.options.ask_deadline,
        };
        let mut lane = CallLane::open(state, || {
            let session = place.key.thing().parse().unwrap_or(CallSessionId(0));
            CallFacts::new(session, place.now)
        })?;
        let mut draft = Draft::new(place, "call");
        let wake_at = match input {
            Input::Event(event) if event.kind == MANAGER_ASKED => {
                draft.note_as("manager", event.payload);
                wake::next(&lane, place.now)
            }
            Input::Event(event) if event.kind == REPORTED => {
                recovered::step(&scene, &mut lane, event.payload, &mut draft).await?
            }
            Input::Event(event) => {
                let notice = notification::notice_of(event.payload)?;
                lane.facts.observe(&notice, event.received_at);
                live::step(&scene, &mut lane, &notice, &mut draft).await?
            }
            Input::Timer => afterwards::step(&scene, &mut lane, &mut draft).await?,
            Input::Result(outcome) => results::step(&scene, &mut lane, &outcome, &mut draft)?,
        };
        let summary = summary(&lane, wake_at.is_some())?;
        draft.finish(&lane, summary, wake_at)
    }

    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let write = CallEffect::stored(&effect.payload)?;
        effects::send(&account, effect.operation, &write).await
    }

    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let write = CallEffect::stored(&effect.payload)?;
        effects::look(&account, effect, &write).await
    }

    fn rewind(&self, _key: &LaneKey, state: Value) -> Value {
        let rewound = serde_json::from_value::<CallLane>(state).map(CallLane::rewound);
        rewound.ok().and_then(|lane| serde_json::to_value(lane).ok()).unwrap_or(Value::Null)
    }

    fn set_filter_aside(&self, _key: &LaneKey, state: Value) -> Option<Value> {
        let lane = serde_json::from_value::<CallLane>(state).ok()?.let_in()?;
        serde_json::to_value(lane).ok()
    }
}
