//! The task and the contact that Planfix made of the first message.

use domain::Failure;
use domain::chats::ChatNote;
use domain::decide::Named;
use domain::ids::{ContactId, TaskId};
use domain::settings::TextRules;
use domain::workspace::Happening;
use jiff::{SignedDuration, Timestamp};

use super::message::TASK;
use super::people::contact_word;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::entities::Ended;
use crate::scene::Scene;

/// After how long Planfix is asked, counted from the first message, one entry a try, seconds.
const ASKS: [i64; 5] = [0, 5, 30, 300, 3600];

/// Planfix has the chat: it is asked for the numbers from now on, anew when it was asked in vain before.
pub(in crate::chats) fn arrived(lane: &mut ChatLane, now: Timestamp) {
    lane.mirror.arrived(now, ASKS.len());
}

/// Asks for the numbers as often as it makes sense; returns when to ask again. An answer that does not come
/// keeps no message back.
pub(super) async fn learn(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let complete = lane.making.task.is_some() && lane.making.contact.is_some();
    let (Some(since), Some(planfix), false) =
        (lane.mirror.asked_since, &scene.account.planfix_chat, complete)
    else {
        return Ok(None);
    };
    let due = |asked: usize| ASKS.get(asked).map(|after| since + SignedDuration::from_secs(*after));
    let now = scene.place.now;
    let Some(moment) = due(lane.mirror.asked) else { return Ok(None) };
    if moment > now {
        return Ok(Some(moment));
    }
    while due(lane.mirror.asked).is_some_and(|moment| moment <= now) {
        lane.mirror.asked += 1;
    }
    let (task, contact) = (lane.making.task, lane.making.contact);
    if task.is_none() {
        lane.making.task = known(planfix.task_of(&lane.facts.chat.to_string()).await);
    }
    if contact.is_none() && lane.making.task.is_some() {
        let told = lane.mirror.contact.as_ref().map(|told| told.id.clone());
        let word = told.unwrap_or_else(|| contact_word(&lane.facts));
        lane.making.contact = known(planfix.contact_of(&word).await);
    }
    note(lane, rules, (task, contact), draft)?;
    let complete = lane.making.task.is_some() && lane.making.contact.is_some();
    Ok(due(lane.mirror.asked).filter(|_| !complete))
}

/// The number, if Planfix gave one.
fn known<T>(answer: Result<Option<T>, Failure>) -> Option<T> {
    answer.unwrap_or_else(|failure| {
        tracing::warn!(%failure, "a number of a chat is not known yet");
        None
    })
}

/// Notes what has become known.
fn note(
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    before: (Option<TaskId>, Option<ContactId>),
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Some(task) = lane.making.task else {
        return draft.step.note_once(&mut lane.told, &ChatNote::MirrorTaskAwaited);
    };
    let contact = lane.making.contact;
    if before == (Some(task), contact) {
        return Ok(());
    }
    draft.step.note(&ChatNote::Mirrored { task, contact })?;
    let now = draft.now();
    if let Some(contact) = contact.filter(|_| before.1.is_none()) {
        draft.happened(Happening::ContactMade { contact }, now)?;
    }
    if before.0.is_none() {
        let name = Named::by(rules.task_name, &lane.facts.template_variables(), TASK).name;
        lane.making.ended = Some(Ended::Task { name });
        draft.happened(Happening::TaskMade { task }, now)?;
    }
    Ok(())
}
