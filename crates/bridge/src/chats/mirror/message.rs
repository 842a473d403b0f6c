//! Lines of the thread as messages in the task.

use domain::Failure;
use domain::decide::Named;
use domain::settings::TextRules;
use domain::workspace::{Author, MessageLine};

use super::effects::{Echo, Message, MirrorEffect};
use super::people::contact_of;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::scene::Scene;

/// What a task is called when its template gives nothing.
const TASK: &str = "Чат";

/// Plans the lines that wait, in order.
pub(super) async fn tell(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    for line in std::mem::take(&mut lane.mirror.waiting) {
        let Some((_, words)) = scene.line(&line).await? else { continue };
        let contact = match &lane.mirror.contact {
            Some(told) => {
                super::effects::Contact { id: told.id.clone(), ..contact_of(&lane.facts) }
            }
            None => contact_of(&lane.facts),
        };
        let title = Named::by(rules.task_name, &lane.facts.template_variables(), TASK);
        let message = Message {
            chat: lane.facts.chat,
            first: !lane.mirror.begun,
            text: text_of(&words),
            contact: contact.clone(),
            channel: lane.facts.channel_name.clone(),
            title: title.name,
            file: file_of(scene, &line, &words),
            echo: echo_of(scene, &words).await,
        };
        let effect = MirrorEffect::MirrorMessage { message: Box::new(message) };
        draft.plan(&format!("mirror/{line}"), &effect)?;
        lane.mirror.begun = true;
        lane.mirror.contact = Some(contact);
    }
    Ok(())
}

/// A file without words is told by its name: a message in Planfix must say something.
fn text_of(words: &MessageLine) -> String {
    match &words.attachment {
        Some(file) if words.text.trim().is_empty() => {
            file.name.clone().unwrap_or_else(|| "Файл".to_owned())
        }
        _ => words.text.clone(),
    }
}

fn file_of(scene: &Scene<'_>, line: &str, words: &MessageLine) -> Option<super::effects::File> {
    let file = words.attachment.as_ref()?;
    let url = scene.account.file_links()?.of(scene.place.lane, line)?;
    Some(super::effects::File { name: file.name.clone().unwrap_or_else(|| "file".to_owned()), url })
}

async fn echo_of(scene: &Scene<'_>, words: &MessageLine) -> Option<Echo> {
    if words.author == Author::Visitor {
        return None;
    }
    let email = match words.employee {
        Some(employee) => {
            scene.account.staff.email_in_planfix(employee, scene.account.rest.as_ref()).await
        }
        None => None,
    };
    Some(Echo { email })
}
