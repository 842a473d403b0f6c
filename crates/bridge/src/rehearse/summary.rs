//! A rehearsal in numbers.

use super::{Aspect, Made, Row};

/// How many communications would change, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Tried.
    pub seen: u32,
    /// Not tried: not over yet, or stored by another version.
    pub left_out: u32,
    /// With any change.
    pub changed: u32,
    /// With something that is not known.
    pub uncertain: u32,
    /// No longer let in.
    pub kept_out: u32,
    /// Let in, and were not before.
    pub let_in: u32,
    /// With a task, and would have none.
    pub tasks_gone: u32,
    /// Without a task, and would have one.
    pub tasks_new: u32,
    /// Whose open task would go on instead of a new one.
    pub tasks_going_on: u32,
    /// With another contact, or one where none was made.
    pub contacts: u32,
    /// With another task name.
    pub renamed: u32,
    /// With another assignee.
    pub reassigned: u32,
    /// With another task object.
    pub moved: u32,
    /// With other fields of the contact.
    pub contact_fields: u32,
    /// With other fields of the task.
    pub task_fields: u32,
}

impl Summary {
    pub(super) fn of(rows: &[Row], left_out: u32) -> Self {
        let mut summary = Self { left_out, ..Self::default() };
        for row in rows {
            summary.add(row);
        }
        summary
    }

    fn add(&mut self, row: &Row) {
        let changes = row.trial.changes();
        let (before, after) = (&row.trial.before, &row.trial.after);
        let new = |made| made == Made::Task;
        let goes_on = |made| matches!(made, Made::GoesOn(_));
        let task = changes.contains(&Aspect::Task);
        for (counter, counts) in [
            (&mut self.seen, true),
            (&mut self.changed, !changes.is_empty()),
            (&mut self.uncertain, !before.unknown.is_empty() || !after.unknown.is_empty()),
            (&mut self.kept_out, before.comes_in() && !after.comes_in()),
            (&mut self.let_in, !before.comes_in() && after.comes_in()),
            (&mut self.tasks_gone, task && new(before.made) && !goes_on(after.made)),
            (&mut self.tasks_new, task && new(after.made)),
            (&mut self.tasks_going_on, task && goes_on(after.made)),
            (&mut self.contacts, changes.contains(&Aspect::Contact)),
            (&mut self.renamed, changes.contains(&Aspect::Name)),
            (&mut self.reassigned, changes.contains(&Aspect::Assignee)),
            (&mut self.moved, changes.contains(&Aspect::Object)),
            (&mut self.contact_fields, changes.contains(&Aspect::ContactFields)),
            (&mut self.task_fields, changes.contains(&Aspect::TaskFields)),
        ] {
            *counter += u32::from(counts);
        }
    }
}
