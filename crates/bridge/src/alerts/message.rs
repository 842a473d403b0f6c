//! What people are told.

use domain::alerts::{Cause, Word};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// What is said of a connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// What; `None` for a test.
    pub word: Option<Word>,
    /// The connection, by name; empty in a test.
    pub connection: String,
    /// The title people know it by.
    pub title: String,
    /// Since when it is or was broken.
    pub since: Timestamp,
    /// The moment it is said.
    pub at: Timestamp,
    /// What broke it; none when it works again.
    pub cause: Option<Cause>,
    /// The time zone of the connection, by its IANA name.
    pub zone: String,
}

impl Message {
    /// A message that only shows that messages arrive.
    pub(super) fn test(at: Timestamp) -> Self {
        Self {
            word: None,
            connection: String::new(),
            title: String::new(),
            since: at,
            at,
            cause: None,
            zone: "UTC".to_owned(),
        }
    }

    /// The event's name in the webhook's body.
    pub(super) fn event(&self) -> &'static str {
        match self.word {
            Some(Word::Broken) => "broken",
            Some(Word::StillBroken) => "still_broken",
            Some(Word::Works) => "works",
            None => "test",
        }
    }

    /// The subject of the letter (Russian).
    pub fn subject(&self) -> String {
        let title = &self.title;
        match self.word {
            Some(Word::Broken) => format!("Связка: «{title}» не работает"),
            Some(Word::StillBroken) => format!("Связка: «{title}» всё ещё не работает"),
            Some(Word::Works) => format!("Связка: «{title}» снова работает"),
            None => "Связка: проверка оповещений".to_owned(),
        }
    }

    /// The letter's text (Russian).
    pub fn text(&self) -> String {
        let Self { title, connection, .. } = self;
        let (since, at) = (self.moment(self.since), self.moment(self.at));
        let mut text = match self.word {
            None => "Это проверка: оповещения Связки доходят.".to_owned(),
            Some(Word::Works) => format!(
                "Соединение «{title}» ({connection}) снова работает с {at}.\n\
                 Не работало с {since}. То, что ждало, уходит само; проверьте журнал."
            ),
            Some(Word::Broken | Word::StillBroken) => {
                format!("Соединение «{title}» ({connection}) не работает с {since}.")
            }
        };
        if let Some(Cause { code, message }) = &self.cause {
            text.push_str("\n\nПричина: ");
            if let Some(code) = code {
                text.push_str(code);
                text.push_str(". ");
            }
            text.push_str(message);
            text.push_str(&code.as_deref().map(cure).unwrap_or_default());
        }
        text.push('\n');
        text
    }

    fn moment(&self, at: Timestamp) -> String {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        at.to_zoned_datetime(zone).strftime("%d.%m.%Y %H:%M (%Z)").to_string()
    }
}

/// What to do about a code.
fn cure(code: &str) -> String {
    let Some(cure) = cures::of(code) else { return String::new() };
    let steps = |steps: &[String]| {
        let numbered = steps.iter().enumerate().map(|(n, step)| format!("{}. {step}", n + 1));
        numbered.collect::<Vec<_>>().join("\n")
    };
    format!("\n\nЧто проверить:\n{}\n\nКак исправить:\n{}", steps(&cure.check), steps(&cure.mend))
}
