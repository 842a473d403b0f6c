//! What becomes of a communication by some settings.

use bridge::rehearse::{Assignee, Made, Prospect};
use domain::decide::ChosenField;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::text::Text;

/// What becomes of a communication.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RehearsalSide {
    /// What is made of it.
    made: RehearsalMade,
    /// Why, in words; `null` when there is nothing to say.
    reason: Option<Text>,
    /// The open task that goes on, by its number in Planfix.
    task: Option<i64>,
    /// The name of the contact that is made.
    contact: Option<String>,
    /// The name of the new task.
    name: Option<String>,
    /// Who gets the new task.
    assignee: Option<RehearsalAssignee>,
    /// The new task's object.
    object: Option<i64>,
    /// The fields of the contact that are written.
    contact_fields: Vec<RehearsalField>,
    /// The fields of the task that are written.
    task_fields: Vec<RehearsalField>,
    /// What of it is not known, since nobody asked at the time, and a rehearsal asks nobody.
    unknown: Vec<Text>,
}

/// What is made of a communication.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RehearsalMade {
    /// It is kept out.
    Filtered,
    /// It comes in, and no task is made.
    Nothing,
    /// The client's open task goes on.
    GoesOn,
    /// A task is made.
    Task,
}

/// Who gets a task.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RehearsalAssignee {
    /// Who; `null` when it is not known.
    #[schema(example = "user:3")]
    user: Option<String>,
    /// His name, when it is known.
    #[schema(example = "Анна Смирнова")]
    name: Option<String>,
    /// Why he; `null` when he is not known.
    why: Option<Text>,
}

/// A field that is written.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RehearsalField {
    /// Its number in Planfix.
    field: i64,
    /// The variable it comes from.
    #[schema(example = "utm_source")]
    variable: &'static str,
    /// The value.
    #[schema(example = "yandex")]
    value: String,
}

impl RehearsalSide {
    pub(super) fn of(prospect: Prospect) -> Self {
        let (made, task) = match prospect.made {
            Made::Filtered => (RehearsalMade::Filtered, None),
            Made::Nothing => (RehearsalMade::Nothing, None),
            Made::GoesOn(task) => (RehearsalMade::GoesOn, Some(task.0)),
            Made::Task => (RehearsalMade::Task, None),
        };
        Self {
            made,
            reason: Text::maybe(|lang| bridge::reason_text(&prospect.reason, lang)),
            task,
            contact: prospect.contact.map(|contact| contact.name),
            name: prospect.name,
            assignee: prospect.assignee.map(RehearsalAssignee::of),
            object: prospect.object.map(|object| object.0),
            contact_fields: fields(prospect.contact_fields),
            task_fields: fields(prospect.task_fields),
            unknown: prospect
                .unknown
                .into_iter()
                .map(|unknown| Text::of(|lang| unknown.text(lang).to_owned()))
                .collect(),
        }
    }
}

impl RehearsalAssignee {
    fn of(assignee: Assignee) -> Self {
        let Assignee { user, name, by } = assignee;
        let why = by.map(|by| Text::of(|lang| by.text(lang)));
        Self { user: user.map(|user| user.to_string()), name, why }
    }
}

fn fields(chosen: Vec<ChosenField>) -> Vec<RehearsalField> {
    let field = |one: ChosenField| RehearsalField {
        field: one.field.0,
        variable: one.variable,
        value: one.text,
    };
    chosen.into_iter().map(field).collect()
}
