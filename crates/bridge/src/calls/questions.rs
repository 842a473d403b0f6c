//! Answers to the questions that a call's decision asks.

use domain::Failure;
use domain::calls::CallNote;
use domain::decide::{
    Acquaintance, Answer, KnownContact, KnownFields, KnownOpenTask, KnownTask, Question,
};
use domain::ids::{ContactId, FieldId, TaskObjectId, UisEmployeeId};
use domain::settings::FieldRule;
use planfix::rest::FieldValues;
use upstream::Priority;

use super::draft::Draft;
use super::flow::Scene;
use super::lane::CallLane;
use super::{contact, wake};

/// Whether the question was answered.
pub(super) enum Asked {
    /// It was; the decision can go on.
    Answered,
    /// It is too early: ask again later.
    Later,
}

/// Finds the answer out and remembers it in the lane.
pub(super) async fn answer(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    question: Question,
    draft: &mut Draft<'_>,
) -> Result<Asked, Failure> {
    match question {
        Question::Acquaintance => acquaintance(lane, draft)?,
        Question::Contact => return find_contact(scene, lane, draft).await,
        Question::OpenTask { contact, object } => open_task(scene, lane, contact, object).await?,
        Question::User(employee) => user(scene, lane, employee).await?,
    }
    Ok(Asked::Answered)
}

/// Planfix could not say in time whether the client is new: UIS can.
fn acquaintance(lane: &mut CallLane, draft: &mut Draft<'_>) -> Result<(), Failure> {
    let by_uis = Acquaintance::by_uis(&lane.facts);
    draft.note(&CallNote::Acquainted { acquaintance: by_uis.clone() })?;
    lane.acquaintance = Some(by_uis);
    Ok(())
}

async fn find_contact(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<Asked, Failure> {
    let found = contact::find(scene, lane, scene.account.rest()?).await?;
    if found.is_none() && await_contact(lane) {
        return Ok(Asked::Later);
    }
    let rules = &scene.account.settings.telephony.fields.contact;
    let known = found.map(|contact| KnownContact {
        id: contact.id,
        owner: contact.owners.first().copied(),
        fields: known_fields(rules, &contact.fields),
        name: contact.name,
    });
    match &known {
        Some(KnownContact { id, name, .. }) => {
            lane.contact = Some(*id);
            lane.contact_name = Some(name.clone());
            draft.note(&CallNote::Contact { contact: *id, name: name.clone() })?;
        }
        None => draft.note(&CallNote::NoContact)?,
    }
    lane.answers.contact = Answer::from(known);
    Ok(Asked::Answered)
}

/// Whether to wait for the contact a little longer.
fn await_contact(lane: &mut CallLane) -> bool {
    let tries = usize::try_from(lane.contact_tries).unwrap_or(usize::MAX);
    lane.contact_tries += 1;
    lane.facts.phone.is_some() && tries < wake::CONTACT.len()
}

async fn open_task(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    contact: ContactId,
    object: Option<TaskObjectId>,
) -> Result<(), Failure> {
    let rules = &scene.account.settings.telephony.fields.task;
    let fields: Vec<FieldId> = rules.iter().map(|rule| rule.planfix_field).collect();
    let rest = scene.account.rest()?;
    let open = rest.open_tasks(contact, object, &fields, Priority::AfterCall).await?;
    let task = open.into_iter().next_back();
    let task =
        task.map(|task| KnownTask { id: task.id, fields: known_fields(rules, &task.fields) });
    lane.answers.open_task = Some(KnownOpenTask { object, task });
    Ok(())
}

async fn user(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    employee: UisEmployeeId,
) -> Result<(), Failure> {
    let rest = scene.account.rest()?;
    let user = scene.account.staff.planfix_user(employee, rest, Priority::AfterCall).await?;
    lane.answers.users.insert(employee, user);
    Ok(())
}

fn known_fields(rules: &[FieldRule], values: &FieldValues) -> KnownFields {
    let known = |rule: &FieldRule| {
        let field = rule.planfix_field;
        (field, values.get(field).filter(|_| values.is_filled(field)).cloned())
    };
    rules.iter().map(known).collect()
}
