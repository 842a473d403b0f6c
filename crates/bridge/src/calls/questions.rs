//! Answers to the questions that a call's decision asks.

use domain::Failure;
use domain::calls::CallNote;
use domain::decide::{Acquaintance, Answer, KnownContact, Question};
use domain::entities::EntityNote;
use domain::ids::UisEmployeeId;
use upstream::Priority;

use super::lane::CallLane;
use super::{contact, wake};
use crate::draft::Draft;
use crate::entities;
use crate::scene::Scene;

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
        Question::OpenTask { contact, object } => {
            let rules = &scene.account.settings.telephony.fields.task;
            let open = entities::open_task(scene, rules, contact, object).await?;
            lane.answers.open_task = Some(open);
        }
        Question::User(employee) => user(scene, lane, employee).await?,
    }
    Ok(Asked::Answered)
}

/// Planfix could not say in time whether the client is new: UIS can.
fn acquaintance(lane: &mut CallLane, draft: &mut Draft<'_>) -> Result<(), Failure> {
    let by_uis = Acquaintance::by_uis(&lane.facts);
    draft.note(&EntityNote::Acquainted { acquaintance: by_uis.clone() })?;
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
        let seconds = wake::CONTACT_PATIENCE;
        draft.note_once(&mut lane.told, &CallNote::AwaitsPlanfixContact { seconds })?;
        return Ok(Asked::Later);
    }
    let rules = &scene.account.settings.telephony.fields.contact;
    let known = found.map(|contact| entities::known_contact(&contact, rules));
    match &known {
        Some(KnownContact { id, name, .. }) => {
            lane.contact = Some(*id);
            lane.contact_name = Some(name.clone());
            draft.note(&EntityNote::Contact { contact: *id, name: name.clone(), by: None })?;
        }
        None => draft.note(&EntityNote::NoContact)?,
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
