//! Chats as a flow of the engine.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use domain::chats::ChatId;
use domain::ids::UisEmployeeId;
use domain::workspace::MessageLine;
use engine::model::{Effect, Input, LaneKey, Step};
use engine::{Flow, Found, Place, Store};
use jiff::Timestamp;
use serde_json::Value;

use super::deed::{self, deed_of};
use super::draft::Draft;
use super::effects::{self, ChatEffect};
use super::lane::ChatLane;
use super::report::{REPORTED, reported_of};
use super::{callbacks, course, deeds, incoming, lines, mirror, results};
use crate::accounts::Accounts;
use crate::draft::json;
use crate::scene::Scene;
use crate::stored::not_stored;

/// The flow of chats.
pub struct ChatFlow {
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
}

impl ChatFlow {
    /// The flow over these accounts; the store is asked for lines of threads.
    pub fn new(accounts: Arc<Accounts>, store: Arc<dyn Store>) -> Self {
        Self { accounts, store }
    }
}

impl Scene<'_> {
    /// An employee's name, as far as UIS tells it.
    pub(super) async fn name_of(&self, employee: UisEmployeeId) -> Option<String> {
        self.account.staff.name_of(employee).await
    }

    /// The message of a line, and when it was written.
    pub(super) async fn line(
        &self,
        name: &str,
    ) -> Result<Option<(Timestamp, MessageLine)>, Failure> {
        let entry = self.store.entry(self.place.lane, name).await.map_err(not_stored)?;
        Ok(entry.and_then(|entry| Some((entry.at, lines::message_of(&entry.data)?))))
    }

    /// Finds out what channel the chat is in; without an answer it goes on without.
    pub(super) async fn learn_channel(&self, lane: &mut ChatLane) {
        let Some(channel) = lane.facts.channel else { return };
        match self.account.channels.find(channel).await {
            Ok(Some(found)) => lane.facts.is_in(found.kind, found.name),
            Ok(None) => {}
            Err(failure) => tracing::warn!(%failure, "the channels of chats are not known"),
        }
    }
}

#[async_trait]
impl Flow for ChatFlow {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        let account = self.accounts.get(place.connection).await?;
        let scene = Scene {
            place,
            account: &account,
            store: &*self.store,
            ask_deadline: self.accounts.options.ask_deadline,
        };
        let chat = ChatId(place.key.thing().parse().unwrap_or_default());
        let mut lane = ChatLane::open(state, chat, place.now)?;
        let mut draft = Draft::new(place, name_of(&input));
        let wake_at = match input {
            Input::Event(event) if deed::is_deed(&event.kind) => {
                let done = deed_of(event.payload)?;
                deeds::step(&scene, &mut lane, done, event.received_at, &mut draft).await?;
                Some(place.now)
            }
            Input::Event(event) if event.kind == mirror::FROM_PLANFIX => {
                let at = event.received_at;
                mirror::answer(&scene, &mut lane, event.payload, at, &mut draft).await?;
                Some(place.now)
            }
            Input::Event(event) if event.kind == REPORTED => {
                lane.facts.learn(reported_of(event.payload)?);
                Some(place.now)
            }
            Input::Event(event) => {
                let callback = callbacks::callback_of(event.payload)?;
                incoming::step(&scene, &mut lane, &callback, event.received_at, &mut draft).await?;
                Some(place.now)
            }
            Input::Timer => course::step(&scene, &mut lane, &mut draft).await?,
            Input::Result(outcome) => {
                results::step(&scene, &mut lane, &outcome, &mut draft).await?;
                Some(place.now)
            }
        };
        draft.finish(&mut lane, wake_at)
    }

    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure> {
        let account = self.accounts.get(place.connection).await?;
        effects::send(&account, effect.operation, &ChatEffect::stored(&effect.payload)?).await
    }

    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure> {
        let account = self.accounts.get(place.connection).await?;
        effects::look(&account, effect, &ChatEffect::stored(&effect.payload)?).await
    }

    fn rewind(&self, _key: &LaneKey, state: Value) -> Value {
        let rewound = serde_json::from_value::<ChatLane>(state).map(ChatLane::rewound);
        rewound.ok().and_then(|lane| json(&lane).ok()).unwrap_or(Value::Null)
    }

    fn set_filter_aside(&self, _key: &LaneKey, state: Value) -> Option<Value> {
        json(&serde_json::from_value::<ChatLane>(state).ok()?.let_in()?).ok()
    }
}

/// A name of the input among the lane's: the same when the lane is worked off again.
fn name_of(input: &Input) -> String {
    match input {
        Input::Event(event) => format!("event/{}", event.id),
        Input::Result(outcome) => format!("result/{}", outcome.operation),
        Input::Timer => "timer".to_owned(),
    }
}
