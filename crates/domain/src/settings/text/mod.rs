//! «Текстовые коммуникации»: leads and chats.

mod chats;
mod filter;
mod leads;
mod responsibles;
mod rules;
mod templates;

pub use chats::{Chats, CreateOn};
pub use filter::TextFilter;
pub use leads::{Leads, TextHandling};
pub use responsibles::TextResponsibles;
pub use rules::TextRules;
pub use templates::TextTemplates;

use super::fields::Fields;
use super::reader::Object;
use super::writer::{Section, section};
use crate::flow::Flow;

/// What is done with leads and chats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// Whether they are handled at all; on when the section is there.
    pub enabled: bool,
    /// «Заявки»; `None`: they are not handled.
    pub leads: Option<Leads>,
    /// «Чаты»; `None`: they are not handled.
    pub chats: Option<Chats>,
    /// «Шаблоны».
    pub templates: TextTemplates,
    /// «Ответственные».
    pub responsibles: TextResponsibles,
    /// «Дополнительные поля».
    pub fields: Fields,
}

impl Text {
    pub(super) fn read(object: &Object<'_>) -> Self {
        let enabled = object.flag("enabled", true);
        let leads = object.optional("leads", |block| {
            block.object(|inner| Leads::read(inner, Flow::Lead, enabled))
        });
        let chats =
            object.optional("chats", |block| block.object(|inner| Chats::read(inner, enabled)));
        let responsibles = TextResponsibles::read_at(
            object,
            enabled && leads.as_ref().is_some_and(Leads::makes_something),
            enabled && chats.as_ref().is_some_and(Chats::makes_something),
        );
        Self {
            enabled,
            leads,
            chats,
            templates: object.section("templates", TextTemplates::read),
            responsibles,
            fields: object.section("fields", |at| Fields::read(at, &[Flow::Lead, Flow::Chat])),
        }
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("enabled", self.enabled)
            .nullable("leads", self.leads.as_ref().map(Leads::write))
            .nullable("chats", self.chats.as_ref().map(Chats::write))
            .put("templates", self.templates.write())
            .put("responsibles", self.responsibles.write())
            .put("fields", self.fields.write())
    }
}
