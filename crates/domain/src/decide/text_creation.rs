//! What is made of a lead or chat.

use super::{Acquaintance, Make};
use crate::ids::{ContactTemplateId, TaskObjectId};
use crate::settings::{FirstTextCreate, RepeatCreate, TextAssign, TextRules};

/// What is made of a lead or chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextCreation {
    /// From which template a contact is made, if one is.
    pub contact: Option<ContactTemplateId>,
    /// Which task.
    pub make: Make,
    /// «Назначать на».
    pub assign: TextAssign,
    /// «Объект задачи».
    pub object: Option<TaskObjectId>,
}

/// What the settings make of such a lead or chat.
pub fn create_for_text(rules: &TextRules<'_>, acquaintance: &Acquaintance) -> TextCreation {
    let object = rules.task_object;
    if acquaintance.is_first() {
        let create = rules.first.create;
        let contact = rules.contact_template.filter(|_| create.makes_contact());
        let make = match create {
            FirstTextCreate::Task | FirstTextCreate::ContactAndTask => Make::Task,
            FirstTextCreate::Contact | FirstTextCreate::Nothing => Make::Nothing,
        };
        TextCreation { contact, make, assign: rules.first.assign, object }
    } else {
        let make = match rules.repeat.create {
            RepeatCreate::Task => Make::Task,
            RepeatCreate::TaskIfNoneOpen => Make::TaskIfNoneOpen,
            RepeatCreate::Nothing => Make::Nothing,
        };
        TextCreation { contact: None, make, assign: rules.repeat.assign, object }
    }
}
