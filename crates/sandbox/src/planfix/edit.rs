//! What a person does to a task on the screen.

use serde::Deserialize;
use serde_json::Value;

use super::Planfix;
use super::automation::TaskEvent;
use super::company::Person;

/// What changes; absent parts stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TaskChange {
    /// Another status.
    pub status: Option<u64>,
    /// Another name.
    pub name: Option<String>,
    /// Another object.
    pub object: Option<u64>,
    /// Another client.
    pub counterparty: Option<u64>,
    /// Custom fields by their ids; `null` empties.
    pub fields: std::collections::BTreeMap<u64, Value>,
    /// Into the bin, or out of it.
    pub deleted: Option<bool>,
}

impl Planfix {
    /// Changes a task; `false` when there is no such task, or it has no such status.
    pub fn change_task(&self, task: u64, change: TaskChange) -> bool {
        let now = self.clock().now();
        self.change(|state| {
            let company = &mut state.company;
            let Some(found) = company.tasks.get(&task) else { return false };
            let object = change.object.or(found.object);
            let known = |status: &u64| company.statuses(object).iter().any(|one| one.id == *status);
            if change.status.as_ref().is_some_and(|status| !known(status)) {
                return false;
            }
            let Some(found) = company.tasks.get_mut(&task) else { return false };
            found.object = object;
            found.status = change.status.unwrap_or(found.status);
            found.name = change.name.unwrap_or_else(|| found.name.clone());
            found.counterparty = change.counterparty.map(Person::Contact).or(found.counterparty);
            for (field, value) in change.fields {
                if value.is_null() {
                    found.custom.remove(&field);
                } else {
                    found.custom.insert(field, value);
                }
            }
            if let Some(deleted) = change.deleted {
                found.other.insert("isDeleted".to_owned(), Value::Bool(deleted));
            }
            found.changed = now;
            company.touched.push((task, TaskEvent::Changed));
            true
        })
    }
}
