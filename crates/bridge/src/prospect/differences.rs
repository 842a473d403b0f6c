//! In what two prospects differ, for the person who reads it.

use std::collections::BTreeSet;

use domain::ids::PlanfixUserId;
use serde::Serialize;

use super::{Made, Prospect, Trial};

/// Something in which prospects differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Whether it comes in.
    Admission,
    /// Whether there is a task, a new one or an open one that goes on.
    Task,
    /// The new contact.
    Contact,
    /// The task's name.
    Name,
    /// Who gets the task.
    Assignee,
    /// «Объект задачи».
    Object,
    /// The contact's fields.
    ContactFields,
    /// The task's fields.
    TaskFields,
}

impl Trial {
    /// What changes. What only follows from a greater change (a task that is not made has no name) is not
    /// told again.
    pub fn changes(&self) -> BTreeSet<Aspect> {
        let (before, after) = (&self.before, &self.after);
        let (came_in, comes_in) = (before.comes_in(), after.comes_in());
        let both_come_in = came_in && comes_in;
        let same_task = before.task() == after.task();
        let made = same_task && before.made == Made::Task;
        [
            (Aspect::Admission, came_in != comes_in),
            (Aspect::Task, !same_task),
            (Aspect::Contact, both_come_in && before.contact != after.contact),
            (Aspect::Name, made && before.name != after.name),
            (Aspect::Assignee, made && who(before) != who(after)),
            (Aspect::Object, made && before.object != after.object),
            (Aspect::ContactFields, both_come_in && before.contact_fields != after.contact_fields),
            (Aspect::TaskFields, same_task && before.task_fields != after.task_fields),
        ]
        .into_iter()
        .filter_map(|(aspect, differs)| differs.then_some(aspect))
        .collect()
    }
}

impl Prospect {
    /// Whether it is let in.
    pub(crate) fn comes_in(&self) -> bool {
        self.made != Made::Filtered
    }

    /// The task there is, if any.
    fn task(&self) -> Option<Made> {
        match self.made {
            Made::Filtered | Made::Nothing => None,
            task @ (Made::GoesOn(_) | Made::Task) => Some(task),
        }
    }
}

/// The person alone: for what reason he gets it makes no difference to anybody.
fn who(prospect: &Prospect) -> Option<PlanfixUserId> {
    prospect.assignee.as_ref()?.user
}
