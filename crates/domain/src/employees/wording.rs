//! The report in words.

use super::report::{By, Line, Number, Outcome, PlanfixRef, Report, Skip, Tally, UisRef};
use crate::text::Lang;

impl Line {
    /// What became of him, in one word or two.
    pub fn verdict(&self, lang: Lang) -> &'static str {
        let (ru, en) = match self.outcome {
            Outcome::Matched { .. } => ("найден", "found"),
            Outcome::Suggested { .. } => ("возможно, найден", "perhaps found"),
            Outcome::Created { .. } => ("создан", "created"),
            Outcome::Skipped { .. } => ("пропущен", "left out"),
            Outcome::Failed { .. } => ("не создан", "not created"),
        };
        choose(lang, ru, en)
    }

    /// What became of him and why, a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match (&self.outcome, lang) {
            (Outcome::Matched { by, employee }, _) => {
                format!("{}: {}", by.text(lang), employee.text(lang))
            }
            (Outcome::Suggested { employees }, Lang::Ru) => {
                format!("имя совпадает: {}; подтвердите пару вручную", listed(employees, lang))
            }
            (Outcome::Suggested { employees }, Lang::En) => {
                format!(
                    "the name is the same: {}; confirm the pair by hand",
                    listed(employees, lang)
                )
            }
            (Outcome::Created { employee, number }, Lang::Ru) => {
                format!("сотрудник UIS № {}, {}", employee.id, number.text(lang))
            }
            (Outcome::Created { employee, number }, Lang::En) => {
                format!("employee № {} of UIS, {}", employee.id, number.text(lang))
            }
            (Outcome::Skipped { reason }, _) => reason.text(lang),
            (Outcome::Failed { failure }, _) => failure.to_string(),
        }
    }
}

impl Report {
    /// What the run could not find out, sentences.
    pub fn remarks(&self, lang: Lang) -> Vec<String> {
        let hidden = choose(
            lang,
            "Планфикс не показал ни одного короткого номера: проверьте, что в «Коротких номерах \
             сотрудников» стоят добавочные номера UIS",
            "Planfix showed nobody's short number: see that «Короткие номера сотрудников» holds the \
             extensions of UIS",
        );
        self.short_numbers_hidden.then(|| hidden.to_owned()).into_iter().collect()
    }
}

impl Tally {
    /// The run in one line.
    pub fn text(&self, lang: Lang) -> String {
        let Self { matched, created, suggested, skipped, failed } = self;
        match lang {
            Lang::Ru => format!(
                "Найдено: {matched}, создано: {created}, подтвердить вручную: {suggested}, \
                 пропущено: {skipped}, не создано: {failed}"
            ),
            Lang::En => format!(
                "Found: {matched}, created: {created}, to confirm by hand: {suggested}, \
                 left out: {skipped}, not created: {failed}"
            ),
        }
    }
}

impl By {
    fn text(self, lang: Lang) -> &'static str {
        let (ru, en) = match self {
            Self::Pair => ("пара задана вручную", "paired by hand"),
            Self::Email => ("по e-mail", "by e-mail"),
            Self::Extension => ("по добавочному номеру", "by the extension"),
            Self::ExtensionSearch => (
                "по добавочному номеру, не наверняка: Планфикс ищет и по части номера",
                "by the extension, not quite surely: Planfix searches by a part of the number too",
            ),
        };
        choose(lang, ru, en)
    }
}

impl Number {
    fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Given { extension }, Lang::Ru) => format!("добавочный номер {extension}"),
            (Self::Given { extension }, Lang::En) => format!("extension {extension}"),
            (Self::Unknown, Lang::Ru) => {
                "без добавочного номера: Планфикс не показал короткий".to_owned()
            }
            (Self::Unknown, Lang::En) => {
                "without an extension: Planfix does not tell the short number".to_owned()
            }
            (Self::Unfit { short_number }, Lang::Ru) => format!(
                "без добавочного номера: короткий номер {short_number} не подходит, в UIS не больше пяти цифр"
            ),
            (Self::Unfit { short_number }, Lang::En) => format!(
                "without an extension: the short number {short_number} does not fit, UIS takes five digits at most"
            ),
            (Self::Taken { short_number }, Lang::Ru) => {
                format!("без добавочного номера: {short_number} уже занят")
            }
            (Self::Taken { short_number }, Lang::En) => {
                format!("without an extension: {short_number} is somebody else's")
            }
        }
    }
}

impl Skip {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        let lang = Lang::Ru;
        match self {
            Self::Robot => "робот".to_owned(),
            Self::Inactive => "уволен: в Планфиксе неактивен".to_owned(),
            Self::Deleted => "в Планфиксе удалён".to_owned(),
            Self::NotSelected => "не выбран для синхронизации".to_owned(),
            Self::NotFound => "выбран, но Планфикс его не показывает".to_owned(),
            Self::NoLastName => "нет фамилии, без неё UIS не примет".to_owned(),
            Self::PairBroken { employee } => {
                format!("пара задана вручную, но сотрудника {employee} в UIS нет")
            }
            Self::SameEmail { users } => {
                format!("такой же e-mail в Планфиксе у других: {}", named(users))
            }
            Self::EmailTaken { employee } => {
                format!("его e-mail в UIS у сотрудника из чужой пары: {}", employee.text(lang))
            }
            Self::SeveralEmployees { by, employees } => format!(
                "{} подходят несколько сотрудников UIS: {}",
                by.text(lang),
                listed(employees, lang)
            ),
            Self::SeveralUsers { by, users, employee } => format!(
                "{} сотруднику UIS {} подходят и другие: {}",
                by.text(lang),
                employee.text(lang),
                named(users)
            ),
        }
    }

    fn english(&self) -> String {
        let lang = Lang::En;
        match self {
            Self::Robot => "a robot".to_owned(),
            Self::Inactive => "dismissed: inactive in Planfix".to_owned(),
            Self::Deleted => "deleted in Planfix".to_owned(),
            Self::NotSelected => "not selected".to_owned(),
            Self::NotFound => "selected, but Planfix does not show him".to_owned(),
            Self::NoLastName => "no last name, which UIS insists on".to_owned(),
            Self::PairBroken { employee } => {
                format!("paired by hand with employee {employee}, whom UIS does not have")
            }
            Self::SameEmail { users } => {
                format!("others in Planfix have the same e-mail: {}", named(users))
            }
            Self::EmailTaken { employee } => {
                format!("his e-mail belongs to somebody in another pair: {}", employee.text(lang))
            }
            Self::SeveralEmployees { by, employees } => {
                format!(
                    "{} several employees of UIS fit: {}",
                    by.text(lang),
                    listed(employees, lang)
                )
            }
            Self::SeveralUsers { by, users, employee } => format!(
                "{} others fit {} of UIS too: {}",
                by.text(lang),
                employee.text(lang),
                named(users)
            ),
        }
    }
}

impl UisRef {
    fn text(&self, lang: Lang) -> String {
        let Self { id, name, extension } = self;
        let own = extension.as_ref().map_or_else(String::new, |extension| match lang {
            Lang::Ru => format!(", доб. {extension}"),
            Lang::En => format!(", ext. {extension}"),
        });
        format!("{name} (№ {id}{own})")
    }
}

fn listed(employees: &[UisRef], lang: Lang) -> String {
    employees.iter().map(|one| one.text(lang)).collect::<Vec<_>>().join("; ")
}

fn named(users: &[PlanfixRef]) -> String {
    users.iter().map(PlanfixRef::title).collect::<Vec<_>>().join("; ")
}

impl PlanfixRef {
    /// Name and number; the number alone when he has no name.
    pub fn title(&self) -> String {
        let Self { user, name } = self;
        if name.is_empty() { user.to_string() } else { format!("{name} ({user})") }
    }
}

fn choose(lang: Lang, ru: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Ru => ru,
        Lang::En => en,
    }
}
