//! Channels and accounts as the Chat API tells of them: the newest word of each is kept.

use async_trait::async_trait;
use domain::chats::{ChannelId, ChatCallback, ChatEvent, MessageTemplate};
use domain::{Failure, LaneKind};
use engine::model::{Effect, Input, LaneKey, Standing, Step, Summary};
use engine::{Flow, Found, Place, Store};
use serde_json::{Value, json};

use engine::model::ConnectionId;

use super::callbacks::callback_of;
use crate::stored::{no_writes, not_stored};

/// The kind of lanes that channels have: `channel/212`.
pub(crate) const CHANNEL: &str = LaneKind::Channel.as_str();
/// The kind of lanes that accounts have: `uis_account/1103`.
pub(crate) const ACCOUNT: &str = LaneKind::UisAccount.as_str();

/// Keeps the newest word of each.
pub(crate) struct Catalogue;

/// What UIS told last of a channel.
pub(crate) async fn told_of(
    store: &dyn Store,
    connection: ConnectionId,
    channel: ChannelId,
) -> Result<Option<ChatCallback>, Failure> {
    let lane = store.find_lane(connection, &LaneKey::new(CHANNEL, channel)).await;
    let lane = lane.map_err(not_stored)?.filter(|lane| !lane.state.is_null());
    lane.map(|lane| callback_of(lane.state)).transpose()
}

/// The templates of a channel (WABA), as UIS told them last.
pub(crate) async fn templates_of(
    store: &dyn Store,
    connection: ConnectionId,
    channel: ChannelId,
) -> Result<Vec<MessageTemplate>, Failure> {
    let told = told_of(store, connection, channel).await?;
    Ok(told.map(|callback| callback.context.templates()).unwrap_or_default())
}

#[async_trait]
impl Flow for Catalogue {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        let Input::Event(event) = input else { return Ok(Step { state, ..Step::default() }) };
        let callback = callback_of(event.payload.clone())?;
        let name = match &callback.event {
            ChatEvent::ChannelKnown(channel) => channel.name.clone(),
            ChatEvent::AccountKnown(account) => account.name.clone(),
            _ => None,
        };
        let summary = Summary {
            direction: None,
            phone: None,
            client: None,
            title: name.unwrap_or_default(),
            state: Standing::Done,
            reason: json!({ "note": callback.event.name() }),
            started_at: place.now,
            task: None,
            contact: None,
        };
        Ok(Step { state: event.payload, summary: Some(summary), ..Step::default() })
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
