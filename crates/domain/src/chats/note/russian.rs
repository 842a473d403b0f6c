//! Notes in Russian.

use super::ChatNote;
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
            Self::Entity(note) => note.text(Lang::Ru),
        }
    }
}
