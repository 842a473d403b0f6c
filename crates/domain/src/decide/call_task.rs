//! The task of a call: its name and its description.

use crate::calls::{CallFacts, Direction};
use crate::settings::Telephony;
use crate::templates::Variables;

/// The texts of a call's task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallTask {
    /// Name, at most 300 characters.
    pub name: String,
    /// Why the template could not be used as written, when so.
    pub name_trouble: Option<String>,
}

/// Names the task by the template of its direction and outcome.
pub fn call_task(telephony: &Telephony, facts: &CallFacts, variables: &Variables) -> CallTask {
    let direction = facts.direction.unwrap_or(Direction::In);
    let rendered = telephony.templates.of(direction, facts.talked()).render(variables);
    let name_trouble = rendered.failed.clone();
    let fallback = match (direction, facts.talked()) {
        (Direction::In, true) => "Входящий звонок",
        (Direction::In, false) => "Пропущенный звонок",
        (Direction::Out, true) => "Исходящий звонок",
        (Direction::Out, false) => "Не дозвонились",
    };
    CallTask { name: rendered.or(fallback).text, name_trouble }
}

impl CallFacts {
    /// The call's variables for templates and fields: everything UIS told, and what we know better.
    pub fn template_variables(&self) -> Variables {
        let mut variables = Variables::new();
        for (name, value) in &self.variables {
            variables.set(name.clone(), value.clone());
        }
        if let Some(phone) = &self.phone {
            variables.set("contact_phone_number", phone.digits());
        }
        if let Some(number) = &self.virtual_number {
            variables.set("virtual_phone_number", number.digits());
        }
        if let Some(record) = self.records.first() {
            variables.set("file_link", record.as_str());
        }
        variables
    }
}
