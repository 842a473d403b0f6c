//! How a chat stands on the board and in the journal's list.

use domain::Failure;
use domain::calls::Direction;
use domain::chats::{ChatChannelKind, Initiator};
use domain::workspace::{CardFace, Window, WorkKind};
use engine::board::{Card, CardPlace};
use engine::model::{Standing, Summary};
use serde_json::{Value, json};

use super::lane::ChatLane;
use crate::draft::json;

/// The card of the chat.
pub(super) fn card(lane: &ChatLane) -> Result<Card, Failure> {
    let facts = &lane.facts;
    let place = match (&facts.closing, &lane.holder) {
        (Some(_), _) => CardPlace::Closed,
        (None, Some(_)) => CardPlace::Held,
        (None, None) => CardPlace::Queue,
    };
    let face = CardFace {
        kind: WorkKind::Chat,
        client: facts.client_name(),
        phone: facts.card.phones.first().map(|phone| phone.digits().to_owned()),
        email: facts.card.emails.first().cloned(),
        channel: facts.channel,
        channel_kind: facts.channel_kind.clone(),
        channel_name: facts.channel_name.clone(),
        holder_name: lane.holder.as_ref().and_then(|holder| holder.name.clone()),
        last: lane.last.clone(),
        began_at: facts.began_at,
        lost: facts.is_lost(),
        close_reason: facts
            .closing
            .as_ref()
            .and_then(|closing| closing.reason.as_ref())
            .map(|reason| reason.as_str().to_owned()),
        window: (facts.channel_kind == Some(ChatChannelKind::Waba))
            .then(|| Window { until: facts.context.frame_until() }),
        task: lane.task,
        contact: lane.contact,
        round: lane.round,
    };
    Ok(Card {
        place,
        holder: lane.holder.as_ref().map(|holder| holder.employee.to_string()),
        waiting_since: lane.waiting_since.filter(|_| place != CardPlace::Closed),
        last_at: lane.last_at,
        client: facts.visitor.map(|visitor| format!("visitor/{visitor}")),
        data: json(&face)?,
    })
}

/// The chat's line in the journal.
pub(super) fn summary(lane: &ChatLane, state: Standing, reason: Value) -> Summary {
    let facts = &lane.facts;
    let out = matches!(facts.initiator, Some(Initiator::Operator));
    Summary {
        direction: Some(if out { Direction::Out } else { Direction::In }),
        phone: facts.card.phones.first().cloned(),
        title: facts.client_name(),
        state,
        reason,
        started_at: facts.began_at,
        task: lane.task.map(|task| task.0),
        contact: lane.contact.map(|contact| contact.0),
    }
}

/// Nothing is to be said of why it stands so.
pub(super) fn no_reason() -> Value {
    json!(null)
}
