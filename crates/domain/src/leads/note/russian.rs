//! Notes in Russian.

use super::LeadNote;
use crate::flow::Flow;
use crate::text::{Lang, capital};

impl LeadNote {
    pub(super) fn russian(&self) -> String {
        match self {
            Self::TextOff => "Раздел «Текстовые коммуникации» выключен".to_owned(),
            Self::LeadsOff => "Раздел «Заявки» не включён".to_owned(),
            Self::LeadExcluded { explanation } => {
                capital(&explanation.filter_text(Flow::Lead, Lang::Ru))
            }
            Self::AwaitsReport => {
                "Сайт прислал не всё, что нужно настройкам: ждём строку отчёта UIS".to_owned()
            }
            Self::LeadNotReported => {
                "Отчёт UIS за 10 минут не показал заявку: решено по тому, что прислал сайт"
                    .to_owned()
            }
            Self::LeadReported => "Получены данные заявки из отчёта UIS".to_owned(),
            Self::Entity(note) => note.text(Lang::Ru),
        }
    }
}
