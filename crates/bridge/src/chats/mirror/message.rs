//! Lines of the thread as messages in the task.

use domain::Failure;
use domain::decide::Named;
use domain::settings::TextRules;
use domain::workspace::{Author, MessageLine};

use super::effects::{Echo, Message, MirrorEffect};
use super::people::contact_of;
use super::queue::catch_up;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::scene::Scene;

/// What a task is called when its template gives nothing.
pub(super) const TASK: &str = "Чат";

/// Who speaks for the company without being anybody.
const ROBOT: &str = "Автоответ";

/// Plans the lines that wait, in order.
pub(super) async fn tell(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if !lane.mirror.begun && !lane.mirror.waiting.is_empty() {
        catch_up(scene, lane).await?;
    }
    for line in std::mem::take(&mut lane.mirror.waiting) {
        let Some((_, words)) = scene.line(&line).await? else { continue };
        let echo = echo_of(scene, &words).await;
        let text = text_of(&words, echo.as_ref());
        if text.is_empty() {
            // Planfix takes no message that says nothing
            continue;
        }
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
            text,
            contact: contact.clone(),
            channel: lane.facts.channel_name.clone(),
            title: title.name,
            file: file_of(scene, &line, &words),
            echo,
        };
        let effect = MirrorEffect::MirrorMessage { message: Box::new(message) };
        draft.plan(&format!("mirror/{line}"), &effect)?;
        lane.mirror.begun = true;
        lane.mirror.contact = Some(contact);
    }
    Ok(())
}

/// A file without words is told by its name: a message in Planfix must say something. Where Planfix can't
/// show who of the company wrote, the words say it.
fn text_of(words: &MessageLine, echo: Option<&Echo>) -> String {
    let text = words.text.trim();
    let text = match &words.attachment {
        Some(file) if text.is_empty() => file.name.as_deref().unwrap_or("Файл"),
        _ => text,
    };
    let nameless = echo.is_some_and(|echo| echo.email.is_none()) && !text.is_empty();
    let author = words.name.as_deref().or((words.author == Author::Robot).then_some(ROBOT));
    match author.filter(|_| nameless) {
        Some(author) => format!("{author}: {text}"),
        None => text.to_owned(),
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
