//! The description of a chat's task: who wrote, where he came from, and every word.
//!
//! Russian, because it is read inside the customer's Planfix. HTML, as descriptions of tasks are there.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::description::{ADVERTISEMENT, row, variable};
use crate::chats::ChatFacts;
use crate::phone::Phone;
use crate::text::escape_html;
use crate::workspace::{Author, Line, MessageLine};

/// How long the words may be, characters of HTML: a task's description takes no more for sure. Of a longer chat
/// the end is kept.
const LONGEST: usize = 60_000;

/// Writes the description with what is known now; it is written anew when more is.
pub fn describe_chat(
    facts: &ChatFacts,
    lines: &[(Timestamp, Line)],
    timezone: &TimeZone,
) -> String {
    let title = if facts.is_lost() {
        "Потерянный чат: посетителю не ответили"
    } else {
        "Чат"
    };
    let mut rows = vec![format!("<b>{title}</b>")];
    rows.push(row("Начат", &moment(facts.began_at, timezone)));
    if let Some(closing) = &facts.closing {
        rows.push(row("Закончен", &moment(closing.at, timezone)));
    }
    rows.extend(facts.channel_name.as_ref().map(|name| row("Канал", name)));
    rows.push(row("Посетитель", &facts.client_name()));
    rows.extend(facts.card.phones.iter().map(|phone| row("Телефон", &Phone::pretty(phone))));
    rows.extend(facts.card.emails.iter().map(|email| row("Эл. почта", email)));
    rows.extend(facts.card.company.as_ref().map(|company| row("Компания", company)));
    let variables = facts.template_variables();
    rows.extend(ADVERTISEMENT.iter().filter_map(|name| variable(&variables, name)));
    rows.extend(variable(&variables, "tags"));
    let words = words(facts, lines, timezone);
    if !words.is_empty() {
        rows.push("<b>Переписка</b>".to_owned());
        rows.extend(words);
    }
    rows.join("<br>\n")
}

/// The words, the oldest first; of too many the newest.
fn words(facts: &ChatFacts, lines: &[(Timestamp, Line)], timezone: &TimeZone) -> Vec<String> {
    let (mut kept, mut length, mut cut) = (Vec::new(), 0, false);
    for (at, line) in lines.iter().rev() {
        let Line::Message(message) = line else { continue };
        if message.author == Author::System {
            continue;
        }
        let word = word(facts, *at, message, timezone);
        length += word.chars().count();
        if length > LONGEST {
            cut = true;
            break;
        }
        kept.push(word);
    }
    if cut {
        kept.push("… начало переписки — в рабочем месте оператора".to_owned());
    }
    kept.reverse();
    kept
}

fn word(facts: &ChatFacts, at: Timestamp, message: &MessageLine, timezone: &TimeZone) -> String {
    let who = match message.author {
        Author::Visitor => facts.client_name(),
        Author::Operator => message.name.clone().unwrap_or_else(|| "Оператор".to_owned()),
        Author::Robot | Author::System => "Автоответ".to_owned(),
    };
    let text: Vec<_> = message.text.lines().map(escape_html).collect();
    let file = message.attachment.as_ref().map(|file| {
        let name = file.name.as_deref().unwrap_or("без имени");
        format!("[файл: {}]", escape_html(name))
    });
    let said = [text.join("<br>\n"), file.unwrap_or_default()];
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{} <b>{}</b>: {}", moment(at, timezone), escape_html(&who), said.join(" "))
}

fn moment(at: Timestamp, timezone: &TimeZone) -> String {
    at.to_zoned_datetime(timezone.clone()).strftime("%d.%m.%Y %H:%M:%S").to_string()
}
