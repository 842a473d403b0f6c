//! A step after the call: its row in UIS's report, the filter's last word, the contact, the task and
//! the fields. It may wait for Planfix's REST API.

use domain::Failure;
use domain::calls::{CallNote, Ending};
use domain::decide::{Acquaintance, Admission, Make, admit_call, create_for_call};
use jiff::Timestamp;
use planfix::Rest;
use planfix::rest::Contact;

use super::draft::Draft;
use super::flow::Scene;
use super::lane::{CallLane, Decided};
use super::{cards, contact, records, report, task, wake};

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
        Err(failure) => draft.note_report_failed(lane, &failure)?,
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
    draft.note_once(lane, &CallNote::NotReported)?;
    Ok(Stage::Go)
}

/// Everything is known that will be: what is made of the call?
async fn decide(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let telephony = &scene.account.settings.telephony;
    match admit_call(telephony, &lane.facts) {
        // somebody has decided already
        _ if lane.let_in => {}
        Admission::Passed { .. } => {}
        Admission::Open { explanation } => draft.note(&CallNote::LetThrough { explanation })?,
        Admission::Excluded { explanation } => {
            let why = CallNote::Excluded { explanation };
            draft.note(&why)?;
            lane.decided = Some(Decided::Filtered { why: Box::new(why) });
            return Ok(());
        }
    }
    let acquaintance = acquaintance(lane, draft)?;
    let creation = create_for_call(telephony, task::direction(lane), &acquaintance);
    let wants_contact = creation.make != Make::Nothing || !telephony.fields.contact.is_empty();
    let Some(rest) = scene.account.rest.as_ref().filter(|_| wants_contact) else {
        let why = if wants_contact {
            CallNote::NoRestAccess
        } else {
            CallNote::NothingToMake { acquaintance }
        };
        return nothing(lane, why, draft);
    };
    let found = contact::find(scene, lane, rest).await?;
    if found.is_none() && await_contact(lane) {
        return Ok(());
    }
    note_contact(lane, found.as_ref(), draft)?;
    if let Some(contact) = &found {
        task::contact_fields(scene, lane, rest, contact, draft).await?;
    }
    if creation.make == Make::Nothing {
        return nothing(lane, CallNote::NothingToMake { acquaintance }, draft);
    }
    if let Some(open) = task::open_one(scene, rest, creation, found.as_ref()).await? {
        return goes_on(scene, lane, rest, &open, draft).await;
    }
    task::plan(scene, lane, rest, creation, found.as_ref(), draft).await
}

/// Whether the client is new: by Planfix if it could say so in time, else by UIS.
fn acquaintance(lane: &mut CallLane, draft: &mut Draft<'_>) -> Result<Acquaintance, Failure> {
    if let Some(known) = &lane.acquaintance {
        return Ok(known.clone());
    }
    let by_uis = Acquaintance::by_uis(&lane.facts);
    draft.note(&CallNote::Acquainted { acquaintance: by_uis.clone() })?;
    lane.acquaintance = Some(by_uis.clone());
    Ok(by_uis)
}

/// Whether to wait for the contact a little longer.
fn await_contact(lane: &mut CallLane) -> bool {
    let tries = usize::try_from(lane.contact_tries).unwrap_or(usize::MAX);
    lane.contact_tries += 1;
    lane.facts.phone.is_some() && tries < wake::CONTACT.len()
}

fn note_contact(
    lane: &mut CallLane,
    found: Option<&Contact>,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Some(contact) = found else { return draft.note(&CallNote::NoContact) };
    lane.contact = Some(contact.id);
    lane.contact_name = Some(contact.name.clone());
    draft.note(&CallNote::Contact { contact: contact.id, name: contact.name.clone() })
}

fn nothing(lane: &mut CallLane, why: CallNote, draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.note(&why)?;
    lane.decided = Some(Decided::Nothing { why: Box::new(why) });
    Ok(())
}

/// The client has an open task: it is brought up to date, and no new one is made.
async fn goes_on(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    rest: &Rest,
    open: &planfix::rest::Task,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    task::refresh(scene, lane, rest, open, draft).await?;
    lane.task = Some(open.id);
    nothing(lane, CallNote::OpenTask { task: open.id }, draft)
}
