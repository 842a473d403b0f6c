//! A message that an employee wrote in the task.

use domain::Failure;
use domain::chats::{AnsweredAs, ChatId, ChatNote};
use domain::workspace::Person;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::chats::deed::Words;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::chats::{Enclosed, LANE, RemoteFile, deeds};
use crate::scene::Scene;
use crate::stored::unreadable_event;

/// The kind of these events.
pub(in crate::chats) const FROM_PLANFIX: &str = "planfix_message";

/// How the lines of these messages begin.
const LINE: &str = "planfix/";

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
    /// Its files.
    pub(crate) files: Vec<RemoteFile>,
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
        dedup: DedupKey::new(format!("{LINE}{}", written.message)),
        payload: serde_json::to_value(written)?,
        received_at,
    })
}

/// Whether a line was written in Planfix.
pub(super) fn is_from_task(line: &str) -> bool {
    line.starts_with(LINE)
}

/// Takes the message in: it goes to the visitor as the employee who wrote it. The words and each file are
/// messages of their own, as UIS takes one file a message, and a file that can't be had keeps no words back.
pub(in crate::chats) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    payload: Value,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let written: Written = serde_json::from_value(payload).map_err(unreadable_event)?;
    if !lane.making.has_begun() {
        // it was written in a task, so there is one
        lane.mirror.begun = true;
        super::arrived(lane, at);
    }
    let author = written.author();
    let found = writer(scene, lane, &author).await;
    let (by, answered) = match found {
        Some((by, answered)) => (Some(by), answered),
        None => (None, AnsweredAs::Nobody),
    };
    let employee = by.as_ref().and_then(|by| by.name.clone());
    draft.step.note(&ChatNote::AnsweredInTask { author, employee, answered })?;
    let message = written.message.clone();
    let parts = parts_of(written);
    let lines: Vec<String> = parts.iter().map(|words| words.line.clone()).collect();
    lane.mirror.answered(&message, &lines);
    for words in parts {
        deeds::write(scene, lane, by.clone(), words, at, draft).await?;
    }
    Ok(())
}

/// What goes to the visitor, in order.
fn parts_of(written: Written) -> Vec<Words> {
    let line = format!("{LINE}{}", written.message);
    let part = |line: String, text: String, attachment: Option<Enclosed>| Words {
        line,
        text,
        reply_to: None,
        attachment,
        template: None,
    };
    let text = written.text.trim().to_owned();
    let words = (!text.is_empty()).then(|| part(line.clone(), text, None));
    let files = written.files.into_iter().enumerate().map(|(number, file)| {
        part(format!("{line}/{}", number + 1), String::new(), Some(Enclosed::Elsewhere(file)))
    });
    words.into_iter().chain(files).collect()
}

/// In whose name it goes to the visitor.
async fn writer(scene: &Scene<'_>, lane: &ChatLane, author: &str) -> Option<(Person, AnsweredAs)> {
    let account = scene.account;
    let rest = account.rest.as_ref();
    if let Some(employee) = account.staff.employee_named(author, rest).await {
        return Some((scene.person(employee).await, AnsweredAs::Author));
    }
    if let Some(holder) = &lane.holder {
        return Some((holder.clone(), AnsweredAs::Holder));
    }
    let anybody = account.staff.anybody().await?;
    Some((scene.person(anybody).await, AnsweredAs::Anybody))
}
