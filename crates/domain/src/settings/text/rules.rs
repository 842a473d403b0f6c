//! What the settings say of one kind of text communications, gathered from the blocks where it stands.

use super::{Text, TextHandling};
use crate::conditions::Condition;
use crate::ids::{ContactTemplateId, TaskObjectId};
use crate::settings::{Fields, FirstTextCreate, RepeatCreate, Responsibles};
use crate::templates::Template;

/// The settings of leads, or of chats.
#[derive(Debug, Clone, Copy)]
pub struct TextRules<'a> {
    /// Which of them are handled; `None`: all.
    pub filter: Option<&'a Condition>,
    /// «При первичных обращениях».
    pub first: TextHandling<FirstTextCreate>,
    /// «При повторных обращениях».
    pub repeat: TextHandling<RepeatCreate>,
    /// «Шаблон для создания контакта».
    pub contact_template: Option<ContactTemplateId>,
    /// «Объект задачи».
    pub task_object: Option<TaskObjectId>,
    /// What contacts are called.
    pub contact_name: &'a Template,
    /// What tasks are called.
    pub task_name: &'a Template,
    /// «Ответственные».
    pub responsibles: &'a Responsibles,
    /// «Дополнительные поля».
    pub fields: &'a Fields,
}

impl TextRules<'_> {
    /// Whether nothing is ever made or filled.
    pub fn make_nothing(&self) -> bool {
        self.first.create == FirstTextCreate::Nothing
            && self.repeat.create == RepeatCreate::Nothing
            && self.fields.contact.is_empty()
    }
}

impl Text {
    /// The settings of leads; `None` when they are not handled.
    pub fn lead_rules(&self) -> Option<TextRules<'_>> {
        let leads = self.leads.as_ref().filter(|_| self.enabled)?;
        Some(TextRules {
            filter: leads.filter.active(),
            first: leads.first,
            repeat: leads.repeat,
            contact_template: leads.contact_template,
            task_object: leads.task_object,
            contact_name: &self.templates.lead_contact,
            task_name: &self.templates.lead_task,
            responsibles: &self.responsibles.leads,
            fields: &self.fields,
        })
    }

    /// The settings of chats; `None` when they are not handled.
    pub fn chat_rules(&self) -> Option<TextRules<'_>> {
        let chats = self.chats.as_ref().filter(|_| self.enabled)?;
        Some(TextRules {
            filter: chats.filter.active(),
            first: chats.first,
            repeat: chats.repeat,
            contact_template: chats.contact_template,
            task_object: chats.task_object,
            contact_name: &self.templates.chat_contact,
            task_name: &self.templates.chat_task,
            responsibles: &self.responsibles.chats,
            fields: &self.fields,
        })
    }
}
