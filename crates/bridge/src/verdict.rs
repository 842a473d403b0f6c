//! Why is there no task? One sentence at the top of a communication's story.

use domain::LaneKind;
use domain::text::Lang;
use engine::journal::{Communication, Note, Story};
use engine::model::Standing;

use crate::story::{note_text, reason_text};

/// Whether there is a task, and why not; `None` where none was ever to be expected.
pub fn verdict(story: &Story, lang: Lang) -> Option<String> {
    let one = &story.communication;
    // a body that nobody could read may have been of one
    let kind = LaneKind::of(one.key.kind());
    if !kind.is_some_and(|kind| kind.is_communication() || kind == LaneKind::Unreadable) {
        return None;
    }
    Some(match one.task {
        Some(task) => with_task(story, task, lang),
        None => without_task(story, lang),
    })
}

fn with_task(story: &Story, task: i64, lang: Lang) -> String {
    let one = &story.communication;
    let made = match lang {
        Lang::Ru => format!("Есть задача {task}."),
        Lang::En => format!("There is task {task}."),
    };
    let more = match one.state {
        Standing::Dead => given_up(story, lang),
        _ => reason_text(&one.reason, lang),
    };
    sentences(made, more)
}

fn without_task(story: &Story, lang: Lang) -> String {
    let one = &story.communication;
    let (ru, en) = match one.state {
        Standing::Waiting => ("Задачи пока нет.", "There is no task yet."),
        _ => ("Задачи нет.", "There is no task."),
    };
    let why = match one.state {
        Standing::Dead => given_up(story, lang),
        Standing::Waiting => Some(awaited(story, lang)),
        _ => reason_text(&one.reason, lang),
    };
    sentences(choose(lang, ru, en).to_owned(), why.or_else(|| nothing_known(one, lang)))
}

/// The last thing that was given up, and why.
fn given_up(story: &Story, lang: Lang) -> Option<String> {
    let last = story.notes.iter().rfind(|note| ["dead", "event_dead"].contains(&&*note.kind));
    last.map(|note| note_text(note, lang))
        .or_else(|| reason_text(&story.communication.reason, lang))
}

/// What the communication waits for: the last trouble, or what was said to be awaited, when nothing has
/// happened since.
fn awaited(story: &Story, lang: Lang) -> String {
    let troubled = |note: &&Note| {
        ["again", "step_again", "unknown"].contains(&&*note.kind)
            || note
                .data
                .get("note")
                .and_then(|said| said.as_str())
                .is_some_and(|said| said.starts_with("awaits_"))
    };
    let trouble = story.notes.last().filter(troubled).map(|note| note_text(note, lang));
    trouble.or_else(|| reason_text(&story.communication.reason, lang)).unwrap_or_else(|| {
        choose(
            lang,
            "Обращение ещё обрабатывается: ждём его конца, данных UIS или ответа Планфикса",
            "It is still going on: its end, data of UIS or an answer of Planfix is awaited",
        )
        .to_owned()
    })
}

fn nothing_known(one: &Communication, lang: Lang) -> Option<String> {
    (one.state == Standing::Done)
        .then(|| choose(lang, "Настройки её не создают", "The settings make none of it").to_owned())
}

fn sentences(first: String, second: Option<String>) -> String {
    match second {
        Some(second) => format!("{first} {second}"),
        None => first,
    }
}

fn choose<'a>(lang: Lang, ru: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Ru => ru,
        Lang::En => en,
    }
}
