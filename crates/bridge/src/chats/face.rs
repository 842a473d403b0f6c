//! How a chat stands on the board and in the journal's list.

use domain::Failure;
use domain::calls::Direction;
use domain::chats::{ChatChannelKind, ChatFacts, Initiator};
use domain::workspace::{CardFace, Window, WorkKind};
use engine::board::{Card, CardPlace};
use engine::model::{Standing, Summary};

use super::lane::ChatLane;
use super::transcript;
use crate::draft::json;
use crate::entities::Ended;

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
        window: window(facts),
        task: lane.making.task,
        contact: lane.making.contact,
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

/// The time in which the client may be written to without a template, where the channel has one.
pub(super) fn window(facts: &ChatFacts) -> Option<Window> {
    (facts.channel_kind == Some(ChatChannelKind::Waba))
        .then(|| Window { until: facts.context.frame_until() })
}

/// The chat's line in the journal.
pub(super) fn summary(lane: &ChatLane, waits: bool) -> Result<Summary, Failure> {
    let facts = &lane.facts;
    let reason = transcript::reason(lane);
    let state = match (&lane.filtered, lane.is_over()) {
        (Some(_), _) => Standing::Filtered,
        (None, true) if !waits && lane.making.ended.is_some() => Standing::Done,
        (None, _) => Standing::Waiting,
    };
    let out = matches!(facts.initiator, Some(Initiator::Operator));
    Ok(Summary {
        direction: Some(if out { Direction::Out } else { Direction::In }),
        phone: facts.card.phones.first().cloned(),
        client: Some(facts.client_name()),
        title: match &lane.making.ended {
            Some(Ended::Task { name }) => name.clone(),
            _ => facts.client_name(),
        },
        state,
        reason: reason.map(|note| json(&note)).transpose()?.unwrap_or_default(),
        started_at: facts.began_at,
        task: lane.making.task.map(|task| task.0),
        contact: lane.making.contact.map(|contact| contact.0),
    })
}
