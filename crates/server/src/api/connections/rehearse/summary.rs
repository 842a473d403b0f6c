//! A rehearsal in numbers.

use bridge::rehearse::Summary;
use serde::Serialize;
use utoipa::ToSchema;

/// How many communications would change, and how.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RehearsalSummary {
    /// Tried.
    seen: u32,
    /// Not tried: not over yet, or stored by another version of the program.
    left_out: u32,
    /// With any change.
    changed: u32,
    /// With something that is not known.
    uncertain: u32,
    /// No longer let in.
    kept_out: u32,
    /// Let in, and were not before.
    let_in: u32,
    /// With a task, and would have none.
    tasks_gone: u32,
    /// Without a new task, and would have one.
    tasks_new: u32,
    /// Whose open task would go on.
    tasks_going_on: u32,
    /// With another contact, or one where none was made.
    contacts: u32,
    /// With another task name.
    renamed: u32,
    /// With another assignee.
    reassigned: u32,
    /// With another task object.
    moved: u32,
    /// With other fields of the contact.
    contact_fields: u32,
    /// With other fields of the task.
    task_fields: u32,
}

impl From<Summary> for RehearsalSummary {
    fn from(summary: Summary) -> Self {
        Self {
            seen: summary.seen,
            left_out: summary.left_out,
            changed: summary.changed,
            uncertain: summary.uncertain,
            kept_out: summary.kept_out,
            let_in: summary.let_in,
            tasks_gone: summary.tasks_gone,
            tasks_new: summary.tasks_new,
            tasks_going_on: summary.tasks_going_on,
            contacts: summary.contacts,
            renamed: summary.renamed,
            reassigned: summary.reassigned,
            moved: summary.moved,
            contact_fields: summary.contact_fields,
            task_fields: summary.task_fields,
        }
    }
}
