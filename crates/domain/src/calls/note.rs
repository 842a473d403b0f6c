//! What the journal says of a call, besides what came in and what was sent.

use serde::{Deserialize, Serialize};

use crate::conditions::Explanation;
use crate::decide::{Acquaintance, Assigned, Make};
use crate::failure::Failure;
use crate::flow::Flow;
use crate::ids::{ContactId, FieldId, TaskId, UisEmployeeId};
use crate::phone::ShortNumber;
use crate::text::Lang;

/// A note of a call's story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum CallNote {
    /// «Телефония» is switched off.
    TelephonyOff,
    /// Both ends are ours: Planfix ignores such calls.
    Internal,
    /// The client's number is hidden, and Planfix can show nothing without one.
    HiddenNumber,
    /// Whether the client is met for the first time.
    Acquainted {
        /// By whose word.
        acquaintance: Acquaintance,
    },
    /// Planfix did not say in time whether it knows the client.
    NotAcquainted {
        /// Why.
        failure: Failure,
    },
    /// The filter excludes the call.
    Excluded {
        /// Why.
        explanation: Explanation,
    },
    /// The filter could not be decided in time; the call was let through.
    LetThrough {
        /// What was missing.
        explanation: Explanation,
    },
    /// The employee has no short number, so Planfix can't show him a card.
    NoShortNumber {
        /// Who.
        employee: UisEmployeeId,
        /// His name.
        name: Option<String>,
    },
    /// The call rang nobody; its missed card goes to this employee.
    MissedCardTo {
        /// His short number.
        short_number: ShortNumber,
        /// Whether he is the contact's owner (else the default responsible).
        owner: bool,
    },
    /// The call rang nobody, and nobody with a short number could be shown its card.
    MissedCardToNobody,
    /// The report's row came.
    Reported,
    /// The report's row did not come in time; decided with what the notifications told.
    NotReported,
    /// No end was ever told of the call.
    NeverEnded,
    /// The settings make nothing of such calls.
    NothingToMake {
        /// Whether the client is new.
        acquaintance: Acquaintance,
    },
    /// Without access to Planfix's REST API nothing can be made.
    NoRestAccess,
    /// No contact has the number, also after waiting: the task is made without a counterparty.
    NoContact,
    /// The client's contact.
    Contact {
        /// Its number.
        contact: ContactId,
        /// Its name.
        name: String,
    },
    /// The client has an open task already, so none is made.
    OpenTask {
        /// The task.
        task: TaskId,
    },
    /// A task is planned.
    TaskPlanned {
        /// What the settings wanted.
        make: Make,
        /// Its name.
        name: String,
        /// Who gets it and why.
        assigned: Assigned,
        /// Why the name's template could not be used as written, when so.
        name_trouble: Option<String>,
    },
    /// The task is there.
    TaskMade {
        /// The task.
        task: TaskId,
    },
    /// A field could not be filled.
    FieldLeftOut {
        /// The field.
        field: FieldId,
        /// The variable.
        variable: String,
        /// Why, Russian.
        reason: String,
    },
    /// A notification came after the call's cards were closed.
    Late {
        /// The notification.
        event: String,
    },
}

impl CallNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::TelephonyOff => "Раздел «Телефония» выключен".to_owned(),
            Self::Internal => "Внутренний звонок: в Планфикс не передаётся".to_owned(),
            Self::HiddenNumber => {
                "Номер клиента скрыт: карточку в Планфиксе показать нельзя".to_owned()
            }
            Self::Acquainted { acquaintance } => acquaintance.russian(),
            Self::NotAcquainted { failure } => {
                format!("Планфикс не успел ответить, знаком ли ему номер: {}", failure.message)
            }
            Self::Excluded { explanation } => capital(&explanation.filter_text(Flow::Call, Lang::Ru)),
            Self::LetThrough { explanation } => format!(
                "Пропущен, хотя данных для фильтра не хватило: {}",
                explanation.reason(Flow::Call, Lang::Ru)
            ),
            Self::NoShortNumber { employee, name } => format!(
                "У сотрудника {} нет короткого номера: карточка ему не показана",
                name.clone().unwrap_or_else(|| employee.to_string())
            ),
            Self::MissedCardTo { short_number, owner: true } => {
                format!("Звонок никому не звонил; пропущенный показан ответственному контакта, номер {short_number}")
            }
            Self::MissedCardTo { short_number, owner: false } => {
                format!("Звонок никому не звонил; пропущенный показан ответственному по умолчанию, номер {short_number}")
            }
            Self::MissedCardToNobody => {
                "Звонок никому не звонил, а короткого номера ответственного нет: карточка не показана".to_owned()
            }
            Self::Reported => "Получены данные звонка из отчёта UIS".to_owned(),
            Self::NotReported => {
                "Отчёт UIS за 10 минут не показал звонок: решено по уведомлениям".to_owned()
            }
            Self::NeverEnded => "UIS не сообщила о завершении звонка".to_owned(),
            Self::NothingToMake { acquaintance } => format!(
                "По настройкам по {} обращению ничего не создаётся",
                if acquaintance.is_first() { "первичному" } else { "повторному" }
            ),
            Self::NoRestAccess => "Нет доступа к REST API Планфикса: создать нечего".to_owned(),
            Self::NoContact => {
                "Контакт с этим номером в Планфиксе не найден: задача без контрагента".to_owned()
            }
            Self::Contact { contact, name } => format!("Контакт {contact}: {name}"),
            Self::OpenTask { task } => {
                format!("У клиента уже есть незавершённая задача {task}: новая не создаётся")
            }
            Self::TaskPlanned { name, assigned, name_trouble, .. } => {
                let trouble = name_trouble
                    .as_ref()
                    .map(|why| format!(" (шаблон названия не сработал: {why})"))
                    .unwrap_or_default();
                format!("Задача «{name}», исполнитель {}{trouble}", assigned.russian())
            }
            Self::TaskMade { task } => format!("Создана задача {task}"),
            Self::FieldLeftOut { field, variable, reason } => {
                format!("Поле {field} не заполнено из {variable}: {reason}")
            }
            Self::Late { event } => {
                format!("Уведомление {event} пришло после закрытия карточек")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::TelephonyOff => "Telephony is switched off".to_owned(),
            Self::Internal => "An internal call: not passed to Planfix".to_owned(),
            Self::HiddenNumber => "The client's number is hidden: no card can be shown".to_owned(),
            Self::Acquainted { acquaintance } => acquaintance.english(),
            Self::NotAcquainted { failure } => {
                format!("Planfix did not say in time whether it knows the number: {}", failure.message)
            }
            Self::Excluded { explanation } => capital(&explanation.filter_text(Flow::Call, Lang::En)),
            Self::LetThrough { explanation } => format!(
                "Let through, though facts for the filter were missing: {}",
                explanation.reason(Flow::Call, Lang::En)
            ),
            Self::NoShortNumber { employee, name } => format!(
                "Employee {} has no short number: no card was shown to him",
                name.clone().unwrap_or_else(|| employee.to_string())
            ),
            Self::MissedCardTo { short_number, owner } => format!(
                "The call rang nobody; the missed card went to {}, short number {short_number}",
                if *owner { "the contact's owner" } else { "the default responsible" }
            ),
            Self::MissedCardToNobody => {
                "The call rang nobody, and the responsible has no short number: no card was shown".to_owned()
            }
            Self::Reported => "The call's row in the UIS report is there".to_owned(),
            Self::NotReported => {
                "The UIS report did not show the call within 10 minutes: decided by the notifications".to_owned()
            }
            Self::NeverEnded => "UIS never told of the call's end".to_owned(),
            Self::NothingToMake { acquaintance } => format!(
                "The settings make nothing of a {} communication",
                if acquaintance.is_first() { "first" } else { "repeated" }
            ),
            Self::NoRestAccess => "No access to Planfix's REST API: nothing can be made".to_owned(),
            Self::NoContact => "No contact in Planfix has the number: the task has no counterparty".to_owned(),
            Self::Contact { contact, name } => format!("Contact {contact}: {name}"),
            Self::OpenTask { task } => format!("The client has the open task {task}: no new one is made"),
            Self::TaskPlanned { name, assigned, name_trouble, .. } => {
                let trouble = name_trouble
                    .as_ref()
                    .map(|why| format!(" (the name's template failed: {why})"))
                    .unwrap_or_default();
                format!("Task “{name}”, assignee {}{trouble}", assigned.english())
            }
            Self::TaskMade { task } => format!("Task {task} was made"),
            Self::FieldLeftOut { field, variable, reason } => {
                format!("Field {field} was not filled from {variable}: {reason}")
            }
            Self::Late { event } => format!("Notification {event} came after the cards were closed"),
        }
    }
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
