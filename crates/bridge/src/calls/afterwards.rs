//! A step after the call: its row in UIS's report, the filter's last word, the contact, the task and
//! the fields. It may wait for Planfix's REST API.

use domain::Failure;
use domain::calls::{CallNote, Ending};
use domain::decide::{CallOutcome, CallTaskPlan, decide_call};
use domain::entities::EntityNote;
use jiff::Timestamp;

use super::lane::{CallLane, Decided};
use super::questions::{self, Asked};
use super::{cards, records, report, task, wake};
use crate::draft::Draft;
use crate::entities;
use crate::scene::Scene;

/// What a stage of the step came to.
enum Stage {
    /// On to the next one.
    Go,
    /// Look again later.
    Wait,
}

/// Goes on with the call as far as it gets.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let now = scene.place.now;
    if lane.decided.is_none() && !scene.account.settings.telephony.enabled {
        let why = CallNote::TelephonyOff;
        draft.note(&why)?;
        lane.decided = Some(Decided::Filtered { why: Box::new(why) });
    }
    if lane.is_filtered() && !lane.has_open_cards() {
        return Ok(None);
    }
    if lane.decided.is_none() || !lane.shown.closed {
        ask_report(scene, lane, draft).await?;
    }
    if lane.is_filtered() {
        cards::follow(scene, lane, draft).await?;
        return Ok(wake::next(lane, now));
    }
    cards::advance(scene, lane, draft).await?;
    records::pass_on(scene, lane, draft)?;
    let over = matches!(lane.facts.ending(now), Ending::Talked | Ending::NotTalked(_));
    if !over || lane.decided.is_some() {
        return Ok(wake::next(lane, now));
    }
    cards::show_to_owner(scene, lane, draft).await?;
    let ready = matches!(await_report(lane, now, draft)?, Stage::Go);
    // what is to be shown is committed first: it must not wait for Planfix's REST API
    if ready && !draft.plans_anything() {
        decide(scene, lane, draft).await?;
    }
    Ok(wake::next(lane, now))
}

/// Asks UIS for the call's row; a call without an end gets one by it. When UIS can't be asked, the cards
/// go on without it, and it is asked again as often as for a row that is not there yet.
async fn ask_report(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if lane.facts.report.is_some() {
        return Ok(());
    }
    match report::fetch(scene, lane).await {
        Ok(Some(row)) => {
            draft.note(&CallNote::Reported)?;
            lane.facts.learn(row);
            return Ok(());
        }
        Ok(None) => {}
        Err(failure) => draft.note_report_failed(&mut lane.told, &failure)?,
    }
    // the looks at a call that goes on are not those after its end
    lane.report_tries += u32::from(lane.facts.ended_at.is_some());
    let too_long = scene.place.now.duration_since(lane.facts.began_at) > wake::LONGEST_CALL;
    if lane.facts.ended_at.is_none() && too_long {
        draft.note(&CallNote::NeverEnded)?;
        lane.facts.ended_at = Some(lane.facts.began_at);
    }
    Ok(())
}

fn await_report(
    lane: &mut CallLane,
    now: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<Stage, Failure> {
    if lane.facts.report.is_some() {
        return Ok(Stage::Go);
    }
    let patient = lane.ended_at().is_some_and(|ended_at| now < ended_at + wake::REPORT_PATIENCE);
    if patient {
        return Ok(Stage::Wait);
    }
    draft.note_once(&mut lane.told, &CallNote::NotReported)?;
    Ok(Stage::Go)
}

/// Everything is known that will be: what is made of the call?
async fn decide(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    loop {
        match decide_call(&scene.account.settings, lane.case()) {
            Ok(outcome) => return carry_out(scene, lane, outcome, draft).await,
            Err(question) => {
                let asked = questions::answer(scene, lane, question, draft).await?;
                if matches!(asked, Asked::Later) {
                    return Ok(());
                }
            }
        }
    }
}

async fn carry_out(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    outcome: CallOutcome,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let passed = match outcome {
        CallOutcome::Passed(passed) => *passed,
        CallOutcome::Filtered { why } => {
            draft.note(&why)?;
            lane.decided = Some(Decided::Filtered { why: Box::new(why) });
            return Ok(());
        }
    };
    if let Some(explanation) = passed.let_through {
        draft.note(&CallNote::LetThrough { explanation })?;
    }
    entities::plan_contact_fields(scene, &lane.answers, &passed.contact_fields, draft).await?;
    match passed.task {
        CallTaskPlan::Nothing { why } => nothing(lane, why, draft),
        CallTaskPlan::GoesOn { task, fields } => {
            entities::plan_task_fields(scene, task, &fields, draft).await?;
            lane.task = Some(task);
            nothing(lane, EntityNote::OpenTask { task }.into(), draft)
        }
        CallTaskPlan::New { named, assigned, counterparty, fields } => {
            let new = task::New {
                creation: passed.creation,
                named,
                assigned: assigned.ok_or_else(entities::nobody)?,
                counterparty,
                fields,
            };
            task::plan(scene, lane, new, draft).await
        }
    }
}

fn nothing(lane: &mut CallLane, why: CallNote, draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.note(&why)?;
    lane.decided = Some(Decided::Nothing { why: Box::new(why) });
    Ok(())
}
