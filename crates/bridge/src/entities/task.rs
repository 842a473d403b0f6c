//! Plans for the contact and the task.

use domain::Failure;
use domain::clients::NewContact;
use domain::decide::{Answer, Answers, Assigned, ChosenField, Make, Named, NewContactPlan};
use domain::entities::EntityNote;
use domain::failure::Code;
use domain::ids::{ContactId, TaskId, TaskObjectId};
use domain::tasks::{NewTask, TaskPatch};

use super::fields::{contact_values, task_values, unchanged};
use super::{EntityEffect, Order};
use crate::draft::Draft;
use crate::scene::Scene;

/// The settings have no responsible by default, though they make something: they can't have been saved so.
const NO_RESPONSIBLE: Code = Code::new("SVZ-NO-RESPONSIBLE");

/// A task to be made.
pub(crate) struct NewTaskPlan {
    pub(crate) make: Make,
    pub(crate) object: Option<TaskObjectId>,
    pub(crate) named: Named,
    pub(crate) assigned: Assigned,
    pub(crate) counterparty: Option<ContactId>,
    pub(crate) description: String,
    pub(crate) fields: Vec<ChosenField>,
}

/// Nobody can be given the task.
pub(crate) fn nobody() -> Failure {
    Failure::permanent(NO_RESPONSIBLE, "В настройках нет ответственного по умолчанию")
}

/// Plans the task; returns its name.
pub(crate) async fn plan_task(
    scene: &Scene<'_>,
    new: NewTaskPlan,
    draft: &mut Draft<'_>,
) -> Result<String, Failure> {
    let NewTaskPlan { make, object, named, assigned, counterparty, description, fields } = new;
    let Named { name, name_trouble } = named;
    let task = NewTask {
        name: name.clone(),
        description,
        object,
        assignee: assigned.employee,
        counterparty,
        fields: task_values(scene, &fields, draft).await?,
    };
    let note = EntityNote::TaskPlanned { make, name: name.clone(), assigned, name_trouble };
    draft.note(&note)?;
    draft.plan("task", &EntityEffect::Task { task: Box::new(task) })?;
    Ok(name)
}

/// The contact, ready to be made.
pub(super) async fn new_contact(
    scene: &Scene<'_>,
    order: &Order<'_>,
    plan: NewContactPlan,
    draft: &mut Draft<'_>,
) -> Result<NewContact, Failure> {
    let NewContactPlan { template, named, assigned, fields } = plan;
    let assigned = assigned.ok_or_else(nobody)?;
    let fields = contact_values(scene, &fields, draft).await?;
    let Named { name, name_trouble } = named;
    let owner = Some(assigned.employee);
    draft.note(&EntityNote::ContactPlanned { name: name.clone(), assigned, name_trouble })?;
    Ok(NewContact { name, template, client: order.client.clone(), owner, fields })
}

/// An open task goes on: its fields are brought up to date.
pub(crate) async fn plan_task_fields(
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
    draft.plan("task/fields", &EntityEffect::TaskPatch { task, patch })
}

/// The fields of a contact that was there before.
pub(crate) async fn plan_contact_fields(
    scene: &Scene<'_>,
    answers: &Answers,
    chosen: &[ChosenField],
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Answer::Is(contact) = &answers.contact else { return Ok(()) };
    let mut fields = contact_values(scene, chosen, draft).await?;
    fields.retain(|set| !unchanged(&contact.fields, set));
    if fields.is_empty() {
        return Ok(());
    }
    draft.plan("contact/fields", &EntityEffect::ContactFields { contact: contact.id, fields })
}
