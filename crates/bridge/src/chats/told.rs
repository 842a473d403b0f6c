//! What others ask of a chat's lane.

use domain::Failure;
use domain::chats::{ChatCallback, ChatContext, ChatEvent, ChatFacts, ChatId, Initiator};
use engine::Store;
use engine::board::Listed;
use engine::model::{ConnectionId, NewEvent};
use engine::store::LaneView;
use jiff::Timestamp;
use uis::chat_api::{NewChat, OpenedChat, callbacks};

use super::effects::{Place, place_of};
use super::lane::ChatLane;
use super::{LANE, event_of, report};
use crate::accounts::Account;
use crate::stored::not_stored;

/// What is known of the chat of a card; of a visit that UIS has not told yet, its report is asked. `None` when
/// the card is of no chat.
pub(crate) async fn facts_of_chat(
    store: &dyn Store,
    account: &Account,
    listed: &Listed,
) -> Result<Option<ChatFacts>, Failure> {
    let Some(mut facts) = known(store, listed).await? else { return Ok(None) };
    if facts.report.is_none() {
        match report::fetch(account, &facts).await {
            Ok(Some(row)) => facts.learn(row),
            Ok(None) => {}
            Err(failure) => tracing::warn!(%failure, "the visit of a chat is not known"),
        }
    }
    Ok(Some(facts))
}

/// Where the chat of a card is; `None` when UIS has not told, or the card is of no chat.
pub(crate) async fn place_of_chat(
    store: &dyn Store,
    listed: &Listed,
) -> Result<Option<Place>, Failure> {
    Ok(known(store, listed).await?.as_ref().and_then(place_of))
}

/// What the lane of a chat remembers.
pub(super) fn lane_of(view: LaneView, now: Timestamp) -> Result<ChatLane, Failure> {
    let chat = ChatId(view.key.thing().parse().unwrap_or_default());
    ChatLane::open(view.state, chat, now)
}

async fn known(store: &dyn Store, listed: &Listed) -> Result<Option<ChatFacts>, Failure> {
    if listed.key.kind() != LANE {
        return Ok(None);
    }
    let view = store.lane(listed.lane).await.map_err(not_stored)?;
    view.map(|view| lane_of(view, listed.changed_at).map(|lane| lane.facts)).transpose()
}

/// The event that a chat was begun by an operator, as UIS will tell it too.
pub(crate) fn begun_by_us(
    connection: ConnectionId,
    new: &NewChat,
    opened: OpenedChat,
    now: Timestamp,
) -> Result<NewEvent, serde_json::Error> {
    let callback = ChatCallback {
        account: Some(new.account),
        channel: Some(new.channel),
        context: ChatContext::default(),
        event: ChatEvent::Opened {
            chat: opened.chat,
            visitor: opened.visitor,
            addresses: vec![new.visitor.clone()],
            operator: Some(new.operator),
            initiator: Some(Initiator::Operator),
            at: Some(now),
        },
    };
    let dedup = callbacks::dedup_key(&callback, now);
    event_of(connection, opened.chat, &callback, dedup, now)
}
