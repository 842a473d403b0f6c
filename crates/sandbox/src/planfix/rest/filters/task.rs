//! Filters of tasks.

use super::Filter;
use crate::planfix::company::{Company, Person, Task};

/// Whether a task passes.
pub(in crate::planfix::rest) fn task_fits(
    filter: &Filter,
    task: &Task,
    company: &Company,
) -> Option<bool> {
    match filter.kind {
        1 => filter.refers_to(&[task.assigner], Person::User),
        2 => filter.refers_to(&task.assignees.users, Person::User),
        3 => filter.refers_to(&task.auditors.users, Person::User),
        39 => filter.refers_to(&task.participants.users, Person::User),
        7 => {
            let counterparty: Vec<Person> = task.counterparty.into_iter().collect();
            filter.refers_to(&counterparty, Person::Contact)
        }
        8 => filter.contained_in(&task.name),
        9 => filter.equal_to(&task.priority),
        10 => filter.one_of(Some(task.status)),
        51 => filter.one_of(task.object.or(task.template)),
        57 => filter.one_of(Some(task.id)),
        12 => filter.on_date(task.created, &company.timezone()),
        38 | 79 => filter.on_date(task.changed, &company.timezone()),
        101 => filter.custom_text(&task.custom),
        102 => filter.custom_number(&task.custom),
        106 => filter.custom_label(&task.custom),
        152 => filter.filled(&task.custom, true),
        153 => filter.filled(&task.custom, false),
        _ => None,
    }
}
