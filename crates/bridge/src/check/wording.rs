//! The findings in words.

use std::borrow::Cow;

use domain::conditions::Param;
use domain::text::Lang;

use super::{Finding, Subject, System, Trouble, Verdict};

impl Finding {
    /// What was looked at.
    pub fn title(&self, lang: Lang) -> String {
        self.subject.title(lang)
    }

    /// How it stands, and where to mend it.
    pub fn text(&self, lang: Lang) -> String {
        let ru = lang == Lang::Ru;
        match &self.verdict {
            Verdict::Good { name: Some(name) } => name.clone(),
            Verdict::Good { name: None } => if ru { "в порядке" } else { "fine" }.to_owned(),
            Verdict::NotUsedYet => if ru {
                "в этой версии не используется"
            } else {
                "not used in this version"
            }
            .to_owned(),
            Verdict::Unasked(failure) if ru => format!("не удалось узнать: {failure}"),
            Verdict::Unasked(failure) => format!("could not be asked: {failure}"),
            Verdict::Wrong(Trouble::Refused(failure)) => failure.to_string(),
            Verdict::Wrong(trouble) => {
                let place = if ru { "где исправить" } else { "mend it in" };
                format!("{}; {place}: {}", trouble.text(lang), self.subject.place(trouble, lang))
            }
        }
    }
}

impl Subject {
    fn title(&self, lang: Lang) -> String {
        let word = |russian: &str, english: &str, thing: &dyn std::fmt::Display| match lang {
            Lang::Ru => format!("{russian} {thing}"),
            Lang::En => format!("{english} {thing}"),
        };
        match self {
            Self::Credentials(system) => system.title(lang).to_owned(),
            Self::TaskObject(id) => word("объект задачи", "task object", id),
            Self::Status(id) => word("статус", "status", id),
            Self::Analytics => choose(lang, "сквозная аналитика UIS", "UIS end-to-end analytics"),
            Self::ContactTemplate(id) => word("шаблон контакта", "contact template", id),
            Self::ContactField(id) => word("поле контакта", "contact field", id),
            Self::TaskField(id) => word("поле задачи", "task field", id),
            Self::PlanfixUser(id) => word("сотрудник Планфикса", "Planfix employee", id),
            Self::ShortNumber(_, number) => word("короткий номер", "short number", number),
            Self::UisEmployee(id) => word("сотрудник UIS", "UIS employee", id),
            Self::Timezone(name) => word("часовой пояс", "time zone", name),
            Self::VirtualNumber(number) => {
                word("виртуальный номер", "virtual number", &number.digits())
            }
            Self::Value(param, value) => format!("{} «{value}»", param.title(lang).to_lowercase()),
            Self::Pbx => {
                choose(lang, "адрес и ключ АТС в Планфиксе", "our address and key in Planfix")
            }
        }
    }

    /// Where the administrator mends it.
    fn place(&self, trouble: &Trouble, lang: Lang) -> Cow<'static, str> {
        let (russian, english) = match (self, trouble) {
            (Self::Timezone(_), _) => ("настройки, timezone", "the settings, timezone"),
            (Self::Pbx, _) => (
                "Планфикс → Управление аккаунтом → Интеграции → Виртуальные АТС → API ПланФикса для телефоний",
                "Planfix → Account management → Integrations → Virtual PBX → Planfix API for telephony",
            ),
            (Self::TaskObject(_), _) => (
                "Планфикс → объекты, или номер в настройках",
                "Planfix → objects, or the number in the settings",
            ),
            (Self::Status(_), _) => (
                "Планфикс → статусы объекта, или номер в настройках",
                "Planfix → the object's statuses, or the number in the settings",
            ),
            (Self::ContactTemplate(_), _) => (
                "Планфикс → шаблоны контактов, или номер в настройках",
                "Planfix → contact templates, or the number in the settings",
            ),
            (Self::ContactField(_), _) => (
                "Планфикс → пользовательские поля контактов, или номер в настройках",
                "Planfix → custom fields of contacts, or the number in the settings",
            ),
            (Self::TaskField(_), _) => (
                "Планфикс → пользовательские поля задач, или номер в настройках",
                "Planfix → custom fields of tasks, or the number in the settings",
            ),
            (Self::PlanfixUser(_), _) => (
                "Планфикс → Сотрудники, или номер в настройках",
                "Planfix → Employees, or the number in the settings",
            ),
            (Self::ShortNumber(..), _) => (
                "Планфикс → телефония → Короткие номера сотрудников, или номер в настройках",
                "Planfix → telephony → short numbers, or the number in the settings",
            ),
            (Self::UisEmployee(_) | Self::Value(Param::Employee, _), _) => (
                "UIS → Сотрудники, или значение в настройках",
                "UIS → Employees, or the value in the settings",
            ),
            (Self::VirtualNumber(_), _) => (
                "UIS → Виртуальные номера, или номер в настройках",
                "UIS → Virtual numbers, or the number in the settings",
            ),
            (Self::Value(..), _) => {
                ("UIS, или значение в настройках", "UIS, or the value in the settings")
            }
            (Self::Analytics, _) => (
                "личный кабинет UIS, услуга «Сквозная аналитика»",
                "the UIS cabinet, the service «Сквозная аналитика»",
            ),
            (Self::Credentials(_), _) => {
                ("учётные данные в настройках", "the credentials in the settings")
            }
        };
        Cow::Borrowed(if lang == Lang::Ru { russian } else { english })
    }
}

fn choose(lang: Lang, russian: &str, english: &str) -> String {
    if lang == Lang::Ru { russian } else { english }.to_owned()
}

impl System {
    fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::PlanfixRest, Lang::Ru) => "REST API Планфикса",
            (Self::PlanfixRest, Lang::En) => "Planfix REST API",
            (Self::PlanfixTelephony, Lang::Ru) => "телефония Планфикса",
            (Self::PlanfixTelephony, Lang::En) => "Planfix telephony",
            (Self::PlanfixChat, Lang::Ru) => "API чатов Планфикса",
            (Self::PlanfixChat, Lang::En) => "Planfix chat API",
            (Self::DataApi, _) => "UIS Data API",
            (Self::CallApi, _) => "UIS Call API",
            (Self::ChatApi, _) => "UIS Chat API",
        }
    }
}

impl Trouble {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::Missing { nearest: None } => "такого нет".to_owned(),
            Self::Missing { nearest: Some(near) } => format!("такого нет, похоже на «{near}»"),
            Self::Refused(failure) => failure.to_string(),
            Self::Inactive { name } => format!("«{name}» больше не работает"),
            Self::Robot { name } => {
                format!("«{name}» — робот, ответственным может быть только человек")
            }
            Self::NotWritable { name, kind } => {
                format!("в поле «{name}» нельзя записать текст (тип {kind})")
            }
            Self::NotNumeric { name, kind } => {
                format!("поле «{name}» не типа «Число», а другого (тип {kind})")
            }
            Self::Differs { theirs } => format!("там указано «{theirs}»"),
            Self::PbxAddress => {
                "в Планфиксе не указан наш адрес АТС (svyazka connection urls, planfix_telephony)"
                    .to_owned()
            }
            Self::OtherShortNumber => "у этого сотрудника другой короткий номер".to_owned(),
            Self::PbxKey => "в Планфиксе указан другой ключ авторизации АТС (pbx_token)".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Missing { nearest: None } => "there is none".to_owned(),
            Self::Missing { nearest: Some(near) } => {
                format!("there is none; the nearest is “{near}”")
            }
            Self::Refused(failure) => failure.to_string(),
            Self::Inactive { name } => format!("“{name}” does not work any more"),
            Self::Robot { name } => {
                format!("“{name}” is a robot; only a person can be responsible")
            }
            Self::NotWritable { name, kind } => {
                format!("text can't be written into the field “{name}” (type {kind})")
            }
            Self::NotNumeric { name, kind } => {
                format!("the field “{name}” is not of the type Number (type {kind})")
            }
            Self::Differs { theirs } => format!("over there it is “{theirs}”"),
            Self::PbxAddress => {
                "Planfix does not know our PBX address (svyazka connection urls, planfix_telephony)"
                    .to_owned()
            }
            Self::OtherShortNumber => "this employee has another short number".to_owned(),
            Self::PbxKey => "Planfix has another PBX key (pbx_token)".to_owned(),
        }
    }
}
