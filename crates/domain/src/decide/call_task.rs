//! The task of a call: its name.

use super::Named;
use crate::calls::{CallFacts, Direction};
use crate::settings::Telephony;
use crate::templates::Variables;

/// The name of a call's task.
pub type CallTask = Named;

/// Names the task by the template of its direction and outcome.
pub fn call_task(telephony: &Telephony, facts: &CallFacts, variables: &Variables) -> CallTask {
    let direction = facts.direction.unwrap_or(Direction::In);
    let fallback = match (direction, facts.talked()) {
        (Direction::In, true) => "Входящий звонок",
        (Direction::In, false) => "Пропущенный звонок",
        (Direction::Out, true) => "Исходящий звонок",
        (Direction::Out, false) => "Не дозвонились",
    };
    Named::by(telephony.templates.of(direction, facts.talked()), variables, fallback)
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
