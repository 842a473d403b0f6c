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
            Self::AwaitsPlanfixContact { seconds } => format!(
                "Контакта клиента в Планфиксе ещё нет, хотя Планфикс сам создаёт его по карточке \
                 звонка: ждём не дольше {seconds} с, затем задача будет создана без контрагента"
            ),
            Self::NeverEnded => "UIS не сообщила о завершении звонка".to_owned(),
            Self::Late { event } => {
                format!("Уведомление {event} пришло после закрытия карточек")
            }
            Self::Entity(note) => note.text(Lang::Ru),
        }
    }
}
