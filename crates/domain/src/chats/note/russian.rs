//! Notes in Russian.

use super::{AnsweredAs, ChatNote};
use crate::flow::Flow;
use crate::text::{Lang, capital};

impl ChatNote {
    pub(super) fn russian(&self) -> String {
        match self {
            Self::ChatTextOff => "Раздел «Текстовые коммуникации» выключен".to_owned(),
            Self::ChatsOff => "Раздел «Чаты» не включён".to_owned(),
            Self::ChatExcluded { explanation } => {
                capital(&explanation.filter_text(Flow::Chat, Lang::Ru))
            }
            Self::AwaitsFinish => {
                "Контакт и задача будут созданы, когда чат закончится: так настроено".to_owned()
            }
            Self::AwaitsTag { tags } => {
                format!("Контакт и задача будут созданы, когда поставят тег: {}", tags.join(", "))
            }
            Self::Tagged { tag } => format!("Поставлен тег «{tag}»"),
            Self::AwaitsContactData => {
                "Посетитель не оставил ни телефона, ни почты: ждём их, чаты без контактных данных не передаются"
                    .to_owned()
            }
            Self::NoContactData => {
                "Посетитель так и не оставил ни телефона, ни почты, а чаты без контактных данных не передаются"
                    .to_owned()
            }
            Self::ChatReported => "Получены данные чата из отчёта UIS".to_owned(),
            Self::ChatNotReported => {
                "Отчёт UIS за 10 минут не показал чат: решено по тому, что известно".to_owned()
            }
            Self::TaskWanted { by } => match by {
                Some(name) => format!("Задачу попросил оператор {name}"),
                None => "Задачу попросил оператор".to_owned(),
            },
            Self::Mirrored { task, contact } => {
                let contact =
                    contact.map(|contact| format!(", контакт {contact}")).unwrap_or_default();
                format!("Переписка идёт и в задаче Планфикса {task}{contact}: их создал сам Планфикс")
            }
            Self::MadeByPlanfix => {
                "Контакт и задачу создаёт сам Планфикс по шаблонам своей интеграции чатов; Связка заполняет только поля"
                    .to_owned()
            }
            Self::MirrorTaskAwaited => {
                "Планфикс принял первое сообщение, но задачу чата ещё не показывает".to_owned()
            }
            Self::AnsweredInTask { author, employee, answered } => {
                let who = employee.as_deref().unwrap_or("сотрудник UIS");
                let how = match answered {
                    AnsweredAs::Author => format!("посетителю отвечает {who}"),
                    AnsweredAs::Holder => {
                        format!("в UIS такого сотрудника нет, отвечает {who}, у кого чат")
                    }
                    AnsweredAs::Anybody => {
                        format!("в UIS такого сотрудника нет и чат ничей, отвечает {who}")
                    }
                    AnsweredAs::Nobody => "в UIS нет никого, от чьего имени ответить".to_owned(),
                };
                format!("В задаче написал сотрудник Планфикса {author}: {how}")
            }
            Self::Entity(note) => note.text(Lang::Ru),
        }
    }
}
