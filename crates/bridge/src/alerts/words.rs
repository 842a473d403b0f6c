//! A message in words. Who reads a letter is not known by language: it says everything in both.

use domain::alerts::{Cause, Word};
use domain::text::Lang;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::message::Message;

/// Between the two languages.
const RULE: &str = "\n* * *\n\n";

impl Message {
    /// What is said, in a line.
    pub fn subject(&self, lang: Lang) -> String {
        let title = &self.title;
        match (self.word, lang) {
            (Some(Word::Broken), Lang::Ru) => format!("Связка: «{title}» не работает"),
            (Some(Word::Broken), Lang::En) => format!("Svyazka: “{title}” does not work"),
            (Some(Word::StillBroken), Lang::Ru) => format!("Связка: «{title}» всё ещё не работает"),
            (Some(Word::StillBroken), Lang::En) => {
                format!("Svyazka: “{title}” still does not work")
            }
            (Some(Word::Works), Lang::Ru) => format!("Связка: «{title}» снова работает"),
            (Some(Word::Works), Lang::En) => format!("Svyazka: “{title}” works again"),
            (None, Lang::Ru) => "Связка: проверка оповещений".to_owned(),
            (None, Lang::En) => "Svyazka: a test of alerts".to_owned(),
        }
    }

    /// The letter's text.
    pub fn letter(&self) -> String {
        let (russian, english) = (self.body(Lang::Ru), self.body(Lang::En));
        format!("{russian}{RULE}{english}")
    }

    fn body(&self, lang: Lang) -> String {
        let mut text = self.news(lang);
        if let Some(cause) = &self.cause {
            text.push_str(&told(cause, lang));
        }
        text.push('\n');
        text
    }

    fn news(&self, lang: Lang) -> String {
        let Self { title, connection, .. } = self;
        let (since, at) = (self.moment(self.since), self.moment(self.at));
        match (self.word, lang) {
            (None, Lang::Ru) => "Это проверка: оповещения Связки доходят.".to_owned(),
            (None, Lang::En) => "This is a test: alerts of Svyazka arrive.".to_owned(),
            (Some(Word::Works), Lang::Ru) => format!(
                "Соединение «{title}» ({connection}) снова работает с {at}.\n\
                 Не работало с {since}. То, что ждало, уходит само; проверьте журнал."
            ),
            (Some(Word::Works), Lang::En) => format!(
                "The connection “{title}” ({connection}) works again since {at}.\n\
                 It had not worked since {since}. What has waited is sent by itself; see the journal."
            ),
            (Some(Word::Broken | Word::StillBroken), Lang::Ru) => {
                format!("Соединение «{title}» ({connection}) не работает с {since}.")
            }
            (Some(Word::Broken | Word::StillBroken), Lang::En) => {
                format!("The connection “{title}” ({connection}) has not worked since {since}.")
            }
        }
    }

    fn moment(&self, at: Timestamp) -> String {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        at.to_zoned_datetime(zone).strftime("%d.%m.%Y %H:%M (%Z)").to_string()
    }
}

/// What broke it and what to do.
fn told(Cause { code, message, message_en }: &Cause, lang: Lang) -> String {
    let code_first = code.as_deref().map(|code| format!("{code}. ")).unwrap_or_default();
    let cure = code.as_deref().map(|code| cure(code, lang)).unwrap_or_default();
    match lang {
        Lang::Ru => format!("\n\nПричина: {code_first}{message}{cure}"),
        Lang::En => format!("\n\nThe cause: {code_first}{message_en}{cure}"),
    }
}

/// What to do about a code.
fn cure(code: &str, lang: Lang) -> String {
    let Some(cure) = cures::of(code) else { return String::new() };
    let steps = |steps: &[String]| {
        let numbered = steps.iter().enumerate().map(|(n, step)| format!("{}. {step}", n + 1));
        numbered.collect::<Vec<_>>().join("\n")
    };
    match lang {
        Lang::Ru => format!(
            "\n\nЧто проверить:\n{}\n\nКак исправить:\n{}",
            steps(&cure.check),
            steps(&cure.mend)
        ),
        Lang::En => format!("\n\n{}", cure.english.join("\n\n")),
    }
}
