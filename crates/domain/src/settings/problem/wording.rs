//! The mistakes in words.

use super::{Because, Expected, ProblemKind};
use crate::text::Lang;

pub(super) fn english(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Required { because: None } => "required".to_owned(),
        ProblemKind::Required { because: Some(because) } => {
            format!("required, because {}", because.english())
        }
        ProblemKind::WrongType { expected } => format!("must be {}", expected.english()),
        ProblemKind::NotAllowed { got, allowed, nearest } => {
            let hint = hint(nearest.as_deref(), "; did you mean `", "`?");
            format!("`{got}` is not one of: {}{hint}", allowed.join(", "))
        }
        ProblemKind::UnknownKey { nearest } => {
            format!("unknown setting{}", hint(nearest.as_deref(), "; did you mean `", "`?"))
        }
        ProblemKind::UnknownVariable { got, nearest } => {
            format!(
                "unknown variable `{got}`{}",
                hint(nearest.as_deref(), "; did you mean `", "`?")
            )
        }
        ProblemKind::Template(error) => error.text(Lang::En),
        ProblemKind::BadUrl => "must be an address that begins with https:// or http://".to_owned(),
        ProblemKind::BadPhone => "must be a phone number, e.g. \"74950236854\"".to_owned(),
        ProblemKind::BadName => {
            "must be a-z, 0-9, - and _, begin with a letter or digit, at most 63 characters"
                .to_owned()
        }
        ProblemKind::BadTimezone { nearest } => {
            let hint = hint(nearest.as_deref(), "; did you mean `", "`?");
            format!("must be a time zone such as Europe/Moscow{hint}")
        }
        ProblemKind::Empty => "must not be empty".to_owned(),
        ProblemKind::Repeated { elsewhere } => format!("repeats {elsewhere}"),
        ProblemKind::TooDeep { limit } => format!("conditions are nested deeper than {limit}"),
        ProblemKind::Beside { other } => {
            format!("can't stand beside {other}: leave one of the two")
        }
        ProblemKind::OneOf { keys } => format!("must have exactly one of: {}", keys.join(", ")),
    }
}

pub(super) fn russian(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Required { because: None } => "обязательно".to_owned(),
        ProblemKind::Required { because: Some(because) } => {
            format!("обязательно, потому что {}", because.russian())
        }
        ProblemKind::WrongType { expected } => format!("ожидается {}", expected.russian()),
        ProblemKind::NotAllowed { got, allowed, nearest } => {
            let hint = hint(nearest.as_deref(), "; возможно, имелось в виду `", "`");
            format!("`{got}` не подходит, допустимо: {}{hint}", allowed.join(", "))
        }
        ProblemKind::UnknownKey { nearest } => {
            let hint = hint(nearest.as_deref(), "; возможно, имелась в виду `", "`");
            format!("нет такой настройки{hint}")
        }
        ProblemKind::UnknownVariable { got, nearest } => {
            let hint = hint(nearest.as_deref(), "; возможно, имелась в виду `", "`");
            format!("нет переменной `{got}`{hint}")
        }
        ProblemKind::Template(error) => error.text(Lang::Ru),
        ProblemKind::BadUrl => "нужен адрес, который начинается с https:// или http://".to_owned(),
        ProblemKind::BadPhone => "нужен номер телефона, например «74950236854»".to_owned(),
        ProblemKind::BadName => {
            "имя — это a-z, 0-9, - и _, первой стоит буква или цифра, не длиннее 63 символов"
                .to_owned()
        }
        ProblemKind::BadTimezone { nearest } => {
            let hint = hint(nearest.as_deref(), "; возможно, имелся в виду `", "`");
            format!("нужен часовой пояс, например Europe/Moscow{hint}")
        }
        ProblemKind::Empty => "список не должен быть пустым".to_owned(),
        ProblemKind::Repeated { elsewhere } => format!("повторяет {elsewhere}"),
        ProblemKind::TooDeep { limit } => format!("условия вложены глубже {limit} уровней"),
        ProblemKind::Beside { other } => {
            format!("не может стоять рядом с {other}: оставьте одно из двух")
        }
        ProblemKind::OneOf { keys } => format!("нужно ровно одно из: {}", keys.join(", ")),
    }
}

/// The nearest known word in its frame, or nothing.
fn hint(nearest: Option<&str>, before: &str, after: &str) -> String {
    nearest.map(|word| format!("{before}{word}{after}")).unwrap_or_default()
}

impl Expected {
    fn english(self) -> &'static str {
        match self {
            Self::Section => "a section with keys",
            Self::List => "a list",
            Self::Text => "text",
            Self::Flag => "true or false",
            Self::Id => "a whole positive number",
            Self::ProviderId => "text without ~",
            Self::PlanfixUser => "a Planfix employee, e.g. \"user:3\"",
        }
    }

    fn russian(self) -> &'static str {
        match self {
            Self::Section => "несколько вложенных настроек",
            Self::List => "список",
            Self::Text => "текст",
            Self::Flag => "true или false",
            Self::Id => "целое положительное число",
            Self::ProviderId => "текст без знака ~",
            Self::PlanfixUser => "сотрудник Планфикса, например «user:3»",
        }
    }
}

impl Because {
    fn english(self) -> String {
        match self {
            Self::SectionEnabled(section) => format!("{section} is switched on"),
            Self::TaskCreated => "a task is created".to_owned(),
            Self::ContactCreated => "a contact is created".to_owned(),
            Self::SomethingCreated => "somebody must be responsible for what is created".to_owned(),
            Self::NotAllSynchronised => "sync_all is off".to_owned(),
            Self::CreatedOnTag => "create_on is tag".to_owned(),
        }
    }

    fn russian(self) -> String {
        match self {
            Self::SectionEnabled(section) => format!("включён раздел {section}"),
            Self::TaskCreated => "создаётся задача".to_owned(),
            Self::ContactCreated => "создаётся контакт".to_owned(),
            Self::SomethingCreated => "у созданного должен быть ответственный".to_owned(),
            Self::NotAllSynchronised => "sync_all выключено".to_owned(),
            Self::CreatedOnTag => "create_on — tag".to_owned(),
        }
    }
}
