//! Notes in Russian.

use super::{EntityNote, FoundBy};

impl EntityNote {
    pub(super) fn russian(&self) -> String {
        match self {
            Self::NoRestAccess => "Нет доступа к REST API Планфикса: создать нечего".to_owned(),
            Self::Acquainted { acquaintance } => acquaintance.russian(),
            Self::NothingToMake { acquaintance } => format!(
                "По настройкам по {} обращению ничего не создаётся",
                if acquaintance.is_first() {
                    "первичному"
                } else {
                    "повторному"
                }
            ),
            Self::MakesNothing => {
                "По настройкам по таким обращениям ничего не создаётся".to_owned()
            }
            Self::Contact { contact, name, by } => {
                let how = match by {
                    None => "",
                    Some(FoundBy::Phone) => ", найден по телефону",
                    Some(FoundBy::Email) => ", найден по почте",
                    Some(FoundBy::Neighbour) => ", создан по другому обращению клиента",
                };
                format!("Контакт {contact}: {name}{how}")
            }
            Self::NoContact => {
                "Контакт с этим номером в Планфиксе не найден: задача без контрагента".to_owned()
            }
            Self::NobodyToFind => {
                "Клиент не оставил ни телефона, ни почты: контакт не ищется и не создаётся"
                    .to_owned()
            }
            Self::AwaitsContact => {
                "Контакт клиента создаётся по другому его обращению: ждём, второй не нужен"
                    .to_owned()
            }
            Self::ContactPlanned { name, assigned, name_trouble } => {
                let trouble = trouble(name_trouble.as_deref());
                format!("Контакт «{name}», ответственный {}{trouble}", assigned.russian())
            }
            Self::ContactMade { contact } => format!("Создан контакт {contact}"),
            Self::ContactWithoutEmail { contact } => format!(
                "Создан контакт {contact} без почты: Планфикс её не принял, у другого контакта её нет"
            ),
            Self::ContactTaken { contact } => format!(
                "Второй контакт с той же почтой Планфикс не принял: взят имеющийся, {contact}"
            ),
            Self::ContactNotMade { failure } => {
                format!("Контакт создать не удалось, задача без контрагента: {failure}")
            }
            Self::OpenTask { task } => {
                format!("У клиента уже есть незавершённая задача {task}: новая не создаётся")
            }
            Self::TaskPlanned { name, assigned, name_trouble, .. } => {
                let trouble = trouble(name_trouble.as_deref());
                format!("Задача «{name}», исполнитель {}{trouble}", assigned.russian())
            }
            Self::TaskMade { task } => format!("Создана задача {task}"),
            Self::FieldLeftOut { field, variable, reason } => {
                format!("Поле {field} не заполнено из {variable}: {reason}")
            }
        }
    }
}

fn trouble(why: Option<&str>) -> String {
    why.map(|why| format!("; шаблон названия не сработал: {why}")).unwrap_or_default()
}
