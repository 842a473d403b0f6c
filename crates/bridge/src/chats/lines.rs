//! Messages of UIS as lines of the thread.

use domain::Failure;
use domain::chats::{ChatMessage, MessageId, MessageSource, MessageStatus};
use domain::workspace::{Author, Delivery, LastWord, Line, MessageLine};

use super::draft::Draft;
use super::lane::{ChatLane, OnTheWay};
use super::mirror;
use crate::scene::Scene;

/// The line of a message that was not written here.
pub(super) fn name_of(lane: &ChatLane, message: &MessageId) -> String {
    lane.line_of(message).map_or_else(|| format!("message/{message}"), str::to_owned)
}

/// A message came: a new line, or the news that UIS has one of ours.
pub(super) async fn came(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    message: &ChatMessage,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if is_echo(lane, message) {
        return confirmed(scene, lane, message, draft).await;
    }
    let author = author_of(message);
    let text = message.text.clone().unwrap_or_default();
    let at = message.at.unwrap_or(scene.place.now);
    let mark = text.is_empty() || message.system.as_deref() == Some("chat_started");
    if matches!(message.source, Some(MessageSource::System)) && mark {
        // what it marks is told by other callbacks
        return Ok(());
    }
    match author {
        Author::Visitor => {
            lane.waiting_since = lane.waiting_since.or(Some(at));
        }
        Author::Operator => lane.waiting_since = None,
        Author::Robot | Author::System => {}
    }
    if author != Author::System {
        lane.said(LastWord::of(author, &text, message.attachment.is_some()), at);
    }
    let line = MessageLine {
        author,
        employee: message.operator.filter(|_| author == Author::Operator),
        name: match message.operator {
            Some(operator) if author == Author::Operator => scene.name_of(operator).await,
            _ => None,
        },
        text,
        reply_to: message.reply_to.as_ref().map(|id| name_of(lane, id)),
        attachment: message.attachment.clone(),
        message: Some(message.id.clone()),
        delivery: message
            .status
            .as_ref()
            .filter(|_| author == Author::Operator)
            .and_then(Delivery::of),
        error: None,
        changed: false,
    };
    let name = name_of(lane, &message.id);
    if author != Author::System {
        mirror::queue(scene, lane, &name);
    }
    draft.message(&name, at, line)
}

/// Whether UIS repeats a message that was written here: by its id, or, while its id is not known, by who
/// wrote it and what.
fn is_echo(lane: &mut ChatLane, message: &ChatMessage) -> bool {
    if lane.line_of(&message.id).is_some() {
        return true;
    }
    if !matches!(message.source, Some(MessageSource::Operator)) {
        return false;
    }
    let text = message.text.as_deref().unwrap_or_default();
    let same = |one: &&OnTheWay| Some(one.by) == message.operator && one.text == text;
    let file = message.attachment.as_ref().and_then(|file| file.name.as_deref());
    let mut waiting = lane.on_the_way.values().filter(same);
    // of several files the one of that name; a channel may call a file otherwise
    let ours = waiting.clone().find(|one| one.file.as_deref() == file).or_else(|| waiting.next());
    let Some(ours) = ours else { return false };
    // two of ours with the same words must not be taken for one
    if lane.known.iter().any(|(_, line)| *line == ours.line) {
        return false;
    }
    let line = ours.line.clone();
    lane.know(message.id.clone(), line);
    true
}

/// UIS has a message of ours.
async fn confirmed(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    message: &ChatMessage,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let status = message.status.clone().unwrap_or(MessageStatus::Accepted);
    moved(scene, lane, &message.id, &status, draft).await
}

/// A message came further on its way.
pub(super) async fn moved(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    message: &MessageId,
    status: &MessageStatus,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let name = name_of(lane, message);
    let Some((at, mut line)) = scene.line(&name).await? else { return Ok(()) };
    if line.author == Author::Visitor {
        return Ok(());
    }
    let Some(delivery) = Delivery::of(status) else { return Ok(()) };
    // statuses come in any order, and a later stage is not taken back
    if line.delivery.is_some_and(|known| known >= delivery) && line.message.is_some() {
        return Ok(());
    }
    line.delivery = line.delivery.max(Some(delivery));
    line.message = Some(message.clone());
    if delivery == Delivery::Failed {
        line.error = Some("Канал не доставил сообщение".to_owned());
    }
    mirror::delivered(scene, lane, &name, &line, draft)?;
    draft.message(&name, at, line)
}

/// A message was changed.
pub(super) async fn changed(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    message: &ChatMessage,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let name = name_of(lane, &message.id);
    let Some((at, mut line)) = scene.line(&name).await? else { return Ok(()) };
    if let Some(text) = &message.text {
        line.changed |= line.text != *text;
        line.text.clone_from(text);
    }
    if let Some(attachment) = &message.attachment {
        line.attachment = Some(attachment.clone());
    }
    draft.message(&name, at, line)?;
    match &message.status {
        Some(status) => moved(scene, lane, &message.id, status, draft).await,
        None => Ok(()),
    }
}

fn author_of(message: &ChatMessage) -> Author {
    match &message.source {
        Some(MessageSource::Operator) => Author::Operator,
        Some(MessageSource::Retention | MessageSource::AutoInvite | MessageSource::Chatbot) => {
            Author::Robot
        }
        Some(MessageSource::System | MessageSource::ChatChannel | MessageSource::Other(_)) => {
            Author::System
        }
        None if message.operator.is_some() => Author::Operator,
        Some(MessageSource::Visitor | MessageSource::FormText) | None => Author::Visitor,
    }
}

/// The message of a stored line; `None` when it is another kind of line.
pub(super) fn message_of(data: &serde_json::Value) -> Option<MessageLine> {
    use serde::Deserialize as _;
    match Line::deserialize(data).ok()? {
        Line::Message(message) => Some(*message),
        Line::Event(_) => None,
    }
}
