//! The task of a call.

use domain::Failure;
use domain::calls::{CallNote, Direction};
use domain::decide::{
    Acquaintance, CallCreation, ChosenField, Make, Occasion, People, assign_call, call_task,
    choose_fields, describe_call,
};
use domain::failure::Code;
use domain::fields::convert;
use domain::ids::{FieldId, PlanfixUserId, UisEmployeeId};
use domain::tasks::{FieldValue, NewTask, TaskPatch};
use domain::text::Lang;
use planfix::Rest;
use planfix::rest::{Contact, Field, Task};
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

/// Plans the task.
pub(super) async fn plan(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    rest: &Rest,
    creation: CallCreation,
    contact: Option<&Contact>,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let telephony = &scene.account.settings.telephony;
    let people = People {
        first_talker: user(scene, rest, lane.facts.first_talker()).await?,
        last_talker: user(scene, rest, lane.facts.last_talker()).await?,
        contact_owner: contact.and_then(|contact| contact.owners.first().copied()),
    };
    let assigned =
        assign_call(telephony, &lane.facts, creation.assign, people).ok_or_else(|| {
            Failure::permanent(NO_RESPONSIBLE, "В настройках нет ответственного по умолчанию")
        })?;
    let variables = lane.facts.template_variables();
    let named = call_task(telephony, &lane.facts, &variables);
    let chosen = choose_fields(&telephony.fields.task, Occasion::Creation, &variables, |_| true);
    let known =
        if chosen.is_empty() { Vec::new() } else { rest.task_fields(Priority::AfterCall).await? };
    let task = NewTask {
        name: named.name.clone(),
        description: description(scene, lane),
        object: creation.object,
        assignee: assigned.employee,
        counterparty: contact.map(|contact| contact.id),
        fields: values(&chosen, &known, draft)?,
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

/// The client's open task of the object, when the settings make none beside it.
pub(super) async fn open_one(
    scene: &Scene<'_>,
    rest: &Rest,
    creation: CallCreation,
    contact: Option<&Contact>,
) -> Result<Option<Task>, Failure> {
    let Some(contact) = contact.filter(|_| creation.make == Make::TaskIfNoneOpen) else {
        return Ok(None);
    };
    let wanted = &scene.account.settings.telephony.fields.task;
    let fields: Vec<FieldId> = wanted.iter().map(|rule| rule.planfix_field).collect();
    let open = rest.open_tasks(contact.id, creation.object, &fields, Priority::AfterCall).await?;
    Ok(open.into_iter().next_back())
}

/// The open task goes on: its fields are brought up to date.
pub(super) async fn refresh(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    rest: &Rest,
    task: &Task,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let rules = &scene.account.settings.telephony.fields.task;
    let variables = lane.facts.template_variables();
    let empty = |field| !task.fields.is_filled(field);
    let chosen = choose_fields(rules, Occasion::Update, &variables, empty);
    if chosen.is_empty() {
        return Ok(());
    }
    let known = rest.task_fields(Priority::AfterCall).await?;
    let fields = values(&chosen, &known, draft)?;
    if fields.is_empty() {
        return Ok(());
    }
    let patch = TaskPatch { description: None, fields };
    draft.plan("task/fields", &CallEffect::TaskPatch { task: task.id, patch })
}

/// The contact's additional fields.
pub(super) async fn contact_fields(
    scene: &Scene<'_>,
    lane: &CallLane,
    rest: &Rest,
    contact: &Contact,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let rules = &scene.account.settings.telephony.fields.contact;
    let new = lane.acquaintance.as_ref().is_some_and(Acquaintance::is_first);
    let occasion = if new { Occasion::Creation } else { Occasion::Update };
    let variables = lane.facts.template_variables();
    let empty = |field| !contact.fields.is_filled(field);
    let chosen = choose_fields(rules, occasion, &variables, empty);
    if chosen.is_empty() {
        return Ok(());
    }
    let known = rest.contact_fields(Priority::AfterCall).await?;
    let mut fields = values(&chosen, &known, draft)?;
    // what the contact says already costs no request
    fields.retain(|set| contact.fields.get(set.field) != Some(&set.value));
    if fields.is_empty() {
        return Ok(());
    }
    draft.plan("contact/fields", &CallEffect::ContactFields { contact: contact.id, fields })
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

async fn user(
    scene: &Scene<'_>,
    rest: &Rest,
    employee: Option<UisEmployeeId>,
) -> Result<Option<PlanfixUserId>, Failure> {
    let Some(employee) = employee else { return Ok(None) };
    scene.account.staff.planfix_user(employee, rest, Priority::AfterCall).await
}

/// Which direction's settings a call follows.
pub(super) fn direction(lane: &CallLane) -> Direction {
    lane.facts.direction.unwrap_or(Direction::In)
}
