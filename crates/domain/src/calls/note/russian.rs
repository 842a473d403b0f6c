//! Notes in Russian.

use super::CallNote;
use crate::flow::Flow;
use crate::text::{Lang, capital};

impl CallNote {
    pub(super) fn russian(&self) -> String {
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
            Self::Excluded { explanation } => {
                capital(&explanation.filter_text(Flow::Call, Lang::Ru))
            }
            Self::LetThrough { explanation } => format!(
                "Пропущен, хотя данных для фильтра не хватило: {}",
                explanation.reason(Flow::Call, Lang::Ru)
            ),
            Self::NoShortNumber { employee, name } => format!(
                "Сотрудник {} без короткого номера: карточка ему не показана",
                name.clone().unwrap_or_else(|| employee.to_string())
            ),
            Self::MissedCardTo { short_number, owner } => {
                let whose = if *owner { "контакта" } else { "по умолчанию" };
                format!(
                    "Ни один телефон не звонил; пропущенный показан ответственному {whose}, \
                     номер {short_number}"
                )
            }
            Self::MissedCardToNobody => {
                "Ни один телефон не звонил, а короткого номера ответственного нет: карточка \
                 не показана"
                    .to_owned()
            }
            Self::Reported => "Получены данные звонка из отчёта UIS".to_owned(),
            Self::NotReported => {
                "Отчёт UIS за 10 минут не показал звонок: решено по уведомлениям".to_owned()
            }
            Self::NeverEnded => "UIS не сообщила о завершении звонка".to_owned(),
            Self::NothingToMake { acquaintance } => format!(
                "По настройкам по {} обращению ничего не создаётся",
                if acquaintance.is_first() {
                    "первичному"
                } else {
                    "повторному"
                }
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
                    .map(|why| format!("; шаблон названия не сработал: {why}"))
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
}
