//! A message that an employee wrote in the task.

use domain::Failure;
use domain::chats::{AnsweredAs, ChatId, ChatNote};
use domain::workspace::Person;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lane::FromTask;
use crate::chats::deed::Words;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::chats::{LANE, deeds};
use crate::scene::Scene;
use crate::stored::unreadable_event;

/// The kind of these events.
pub(in crate::chats) const FROM_PLANFIX: &str = "planfix_message";

/// What Planfix tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    /// Planfix's id of it.
    pub(crate) message: String,
    /// Its text.
    pub(crate) text: String,
    /// The author's first name.
    pub(crate) name: String,
    /// The author's last name.
    pub(crate) last_name: String,
    /// Where its files are.
    pub(crate) files: Vec<String>,
}

impl Written {
    /// The author, as Planfix calls him.
    pub(crate) fn author(&self) -> String {
        format!("{} {}", self.name, self.last_name).trim().to_owned()
    }
}

/// The message as an event of its chat.
///
/// # Errors
/// Never in practice: a message is plain data.
pub(crate) fn event_of(
    connection: ConnectionId,
    chat: ChatId,
    written: &Written,
    received_at: Timestamp,
) -> Result<NewEvent, serde_json::Error> {
    Ok(NewEvent {
        connection,
        lane: LaneKey::new(LANE, chat),
        kind: FROM_PLANFIX.to_owned(),
        dedup: DedupKey::new(format!("planfix/{}", written.message)),
        payload: serde_json::to_value(written)?,
        received_at,
    })
}

/// Takes the message in: it goes to the visitor as the employee who wrote it.
pub(in crate::chats) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    payload: Value,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let written: Written = serde_json::from_value(payload).map_err(unreadable_event)?;
    let line = format!("planfix/{}", written.message);
    let from = FromTask { message: written.message.clone(), told: None };
    lane.mirror.written.insert(line.clone(), from);
    let author = written.author();
    let found = writer(scene, lane, &written).await;
    let (by, answered) = match found {
        Some((by, answered)) => (Some(by), answered),
        None => (None, AnsweredAs::Nobody),
    };
    let employee = by.as_ref().and_then(|by| by.name.clone());
    draft.step.note(&ChatNote::AnsweredInTask { author, employee, answered })?;
    let files = written.files.iter().map(String::as_str);
    let text: Vec<&str> = std::iter::once(written.text.as_str()).chain(files).collect();
    let text = text.join("\n").trim().to_owned();
    let words = Words { line, text, reply_to: None, attachment: None, template: None };
    deeds::write(scene, lane, by, words, at, draft).await
}

/// In whose name it goes to the visitor.
async fn writer(
    scene: &Scene<'_>,
    lane: &ChatLane,
    written: &Written,
) -> Option<(Person, AnsweredAs)> {
    let account = scene.account;
    let rest = account.rest.as_ref();
    if let Some(employee) = account.staff.employee_named(&written.author(), rest).await {
        return Some((scene.person(employee).await, AnsweredAs::Author));
    }
    if let Some(holder) = &lane.holder {
        return Some((holder.clone(), AnsweredAs::Holder));
    }
    let anybody = account.staff.anybody().await?;
    Some((scene.person(anybody).await, AnsweredAs::Anybody))
}
