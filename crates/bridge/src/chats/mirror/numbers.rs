//! The task and the contact that Planfix made of the first message.

use domain::Failure;
use domain::chats::ChatNote;
use domain::decide::Named;
use domain::settings::TextRules;
use domain::workspace::Happening;
use jiff::{SignedDuration, Timestamp};

use super::people::contact_word;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::entities::Ended;
use crate::scene::Scene;

/// After how long Planfix is asked, counted from the first message, one entry a try, seconds.
const ASKS: [i64; 5] = [0, 5, 30, 300, 3600];

/// Asks for the numbers as often as it makes sense; returns when to ask again. An answer that does not come
/// keeps no message back.
pub(super) async fn learn(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let Some(arrived_at) = lane.mirror.arrived_at.filter(|_| lane.making.task.is_none()) else {
        return Ok(None);
    };
    let due =
        |asked: usize| ASKS.get(asked).map(|after| arrived_at + SignedDuration::from_secs(*after));
    let now = scene.place.now;
    let Some(moment) = due(lane.mirror.asked) else { return Ok(None) };
    if moment > now {
        return Ok(Some(moment));
    }
    while due(lane.mirror.asked).is_some_and(|moment| moment <= now) {
        lane.mirror.asked += 1;
    }
    let planfix = scene.account.planfix_chat()?;
    let task = match planfix.task_of(&lane.facts.chat.to_string()).await {
        Ok(Some(task)) => task,
        Ok(None) => {
            draft.step.note_once(&mut lane.told, &ChatNote::MirrorTaskAwaited)?;
            return Ok(due(lane.mirror.asked));
        }
        Err(failure) => {
            tracing::warn!(%failure, "the task of a chat is not known yet");
            return Ok(due(lane.mirror.asked));
        }
    };
    let word = lane.mirror.contact.as_ref().map(|told| told.id.clone());
    let contact = planfix.contact_of(&word.unwrap_or_else(|| contact_word(&lane.facts))).await;
    let contact = contact.unwrap_or_else(|failure| {
        tracing::warn!(%failure, "the contact of a chat is not known");
        None
    });
    lane.making.contact = contact;
    lane.making.task = Some(task);
    let name = Named::by(rules.task_name, &lane.facts.template_variables(), "Чат").name;
    lane.making.ended = Some(Ended::Task { name });
    draft.step.note(&ChatNote::Mirrored { task, contact })?;
    if let Some(contact) = contact {
        draft.happened(Happening::ContactMade { contact }, now)?;
    }
    draft.happened(Happening::TaskMade { task }, now)?;
    Ok(None)
}
