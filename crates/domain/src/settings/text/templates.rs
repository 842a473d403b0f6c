//! Names of the contacts and tasks that leads and chats make.

use crate::flow::Flow;
use crate::settings::reader::{Object, template};
use crate::settings::writer::{Section, section};
use crate::templates::Template;

/// «Шаблоны» of text communications; one that is left out is the ready-made name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTemplates {
    /// «Контакт по новой заявке».
    pub lead_contact: Template,
    /// «Контакт по новому чату».
    pub chat_contact: Template,
    /// «Задача по новой заявке».
    pub lead_task: Template,
    /// «Задача по новому чату».
    pub chat_task: Template,
}

impl Default for TextTemplates {
    fn default() -> Self {
        let ready = Template::ready_made;
        Self {
            lead_contact: ready("{{visitor_name}}", Flow::Lead),
            chat_contact: ready("Посетитель {{visitor_id}} ({{chat_channel_name}})", Flow::Chat),
            lead_task: ready("Заявка {{communication_id}} с {{site_domain_name}}", Flow::Lead),
            chat_task: ready("Чат с {{visitor_name}}", Flow::Chat),
        }
    }
}

impl TextTemplates {
    pub(super) fn read(object: &Object<'_>) -> Self {
        let ready = Self::default();
        let read =
            |key, absent: Template| object.optional(key, template(absent.flow())).unwrap_or(absent);
        Self {
            lead_contact: read("lead_contact", ready.lead_contact),
            chat_contact: read("chat_contact", ready.chat_contact),
            lead_task: read("lead_task", ready.lead_task),
            chat_task: read("chat_task", ready.chat_task),
        }
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("lead_contact", self.lead_contact.source())
            .put("chat_contact", self.chat_contact.source())
            .put("lead_task", self.lead_task.source())
            .put("chat_task", self.chat_task.source())
    }
}
