//! The task of a call.

use domain::Failure;
use domain::calls::CallNote;
use domain::decide::{Answer, Assigned, CallCreation, CallTask, ChosenField, describe_call};
use domain::failure::Code;
use domain::fields::convert;
use domain::ids::{ContactId, TaskId};
use domain::tasks::{FieldValue, NewTask, TaskPatch};
use domain::text::Lang;
use planfix::rest::Field;
use upstream::Priority;

use super::draft::Draft;
use super::effects::CallEffect;
use super::flow::Scene;
use super::lane::{CallLane, Decided};

/// The settings have no responsible by default, though they make tasks: they can't have been saved so.
const NO_RESPONSIBLE: Code = Code::new("SVZ-NO-RESPONSIBLE");

/// The description by what is known now.
pub(super) fn description(scene: &Scene<'_>, lane: &CallLane) -> String {
    describe_call(&lane.facts, scene.account.settings.timezone.zone())
}

/// A task to be made.
pub(super) struct New {
    pub(super) creation: CallCreation,
    pub(super) named: CallTask,
    pub(super) assigned: Assigned,
    pub(super) counterparty: Option<ContactId>,
    pub(super) fields: Vec<ChosenField>,
}

/// Nobody can be given the task.
pub(super) fn nobody() -> Failure {
    Failure::permanent(NO_RESPONSIBLE, "В настройках нет ответственного по умолчанию")
}

/// Plans the task.
pub(super) async fn plan(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    new: New,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let New { creation, named, assigned, counterparty, fields } = new;
    let task = NewTask {
        name: named.name.clone(),
        description: description(scene, lane),
        object: creation.object,
        assignee: assigned.employee,
        counterparty,
        fields: task_values(scene, &fields, draft).await?,
    };
    lane.described_records = lane.facts.records.len();
    draft.note(&CallNote::TaskPlanned {
        make: creation.make,
        name: named.name.clone(),
        assigned,
        name_trouble: named.name_trouble,
    })?;
    lane.decided = Some(Decided::Task { name: named.name });
    draft.plan("task", &CallEffect::Task { task: Box::new(task) })
}

/// The open task goes on: its fields are brought up to date.
pub(super) async fn refresh(
    scene: &Scene<'_>,
    task: TaskId,
    chosen: &[ChosenField],
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let fields = task_values(scene, chosen, draft).await?;
    if fields.is_empty() {
        return Ok(());
    }
    let patch = TaskPatch { description: None, fields };
    draft.plan("task/fields", &CallEffect::TaskPatch { task, patch })
}

/// The contact's additional fields.
pub(super) async fn contact_fields(
    scene: &Scene<'_>,
    lane: &CallLane,
    chosen: &[ChosenField],
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Answer::Is(contact) = &lane.answers.contact else { return Ok(()) };
    if chosen.is_empty() {
        return Ok(());
    }
    let known = scene.account.rest()?.contact_fields(Priority::AfterCall).await?;
    let mut fields = values(chosen, &known, draft)?;
    // what the contact says already costs no request
    fields.retain(|set| contact.fields.get(set.field) != Some(&set.value));
    if fields.is_empty() {
        return Ok(());
    }
    draft.plan("contact/fields", &CallEffect::ContactFields { contact: contact.id, fields })
}

async fn task_values(
    scene: &Scene<'_>,
    chosen: &[ChosenField],
    draft: &mut Draft<'_>,
) -> Result<Vec<FieldValue>, Failure> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let known = scene.account.rest()?.task_fields(Priority::AfterCall).await?;
    values(chosen, &known, draft)
}

/// The chosen texts as values of their fields' types; what does not fit is left out and noted.
fn values(
    chosen: &[ChosenField],
    known: &[Field],
    draft: &mut Draft<'_>,
) -> Result<Vec<FieldValue>, Failure> {
    let mut values = Vec::new();
    for one in chosen {
        let field = known.iter().find(|field| field.id == one.field);
        let converted = match field {
            None => Err("такого поля в Планфиксе нет".to_owned()),
            Some(field) => convert(field.kind, &one.text).map_err(|unfit| unfit.text(Lang::Ru)),
        };
        match converted {
            Ok(value) => values.push(FieldValue { field: one.field, value }),
            Err(reason) => draft.note(&CallNote::FieldLeftOut {
                field: one.field,
                variable: one.variable.to_owned(),
                reason,
            })?,
        }
    }
    Ok(values)
}
