//! A step that reads the task, and decides what UIS is told of it.

use domain::Failure;
use domain::deals::{
    Binding, DealContact, DealEmployee, DealNote, DealRow, Decision, Funnel, Seen, decide,
    funnel_id,
};
use domain::failure::Code;
use domain::ids::TaskObjectId;
use jiff::SignedDuration;
use planfix::Rest;
use planfix::rest::Task;
use upstream::Priority;

use super::communication::{Origin, origin};
use super::effects::DealEffect;
use super::facts;
use super::flow::Scene;
use super::lane::{DealLane, Planned, Unread};
use super::tie;
use crate::draft::Draft;

/// The section is on and not filled in: it can't have been saved so.
const UNSET: Code = Code::new("DEAL-UNSET");

/// How often we wait for our own record of what made the task.
const PATIENCE: u32 = 3;
/// How long each time.
const WAIT: SignedDuration = SignedDuration::from_secs(20);

/// Reads the task.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut DealLane,
    unread: Unread,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let deals = &scene.account.settings.deals;
    let unset = || Failure::permanent(UNSET, "Раздел «Сделки» заполнен не весь");
    let (Some(object), Some(amount), true) = (deals.task_object, deals.amount_field, deals.enabled)
    else {
        lane.unread = None;
        lane.stands = Some(DealNote::Off);
        return if deals.enabled { Err(unset()) } else { draft.note(&DealNote::Off) };
    };
    let rest = scene.account.rest()?;
    let priority = if unread.backfill { Priority::BackFill } else { Priority::AfterCall };
    let task = rest.task(scene.task, &[amount], priority).await?;
    let ours = task.as_ref().filter(|task| task.is_of(object));
    let (mut communication, mut may_come) = (None, false);
    if let Some(task) = ours {
        match origin(scene).await? {
            Origin::Communication(found) => communication = Some(found),
            Origin::Nameless(..) => may_come = true,
            Origin::Unknown => {
                // our own mark: whoever made the task has not written it down yet
                may_come = task.source_object_id.is_some() && !unread.backfill;
                if may_come && lane.last().is_none() && lane.patience < PATIENCE {
                    return wait(scene, lane, unread, draft);
                }
            }
        }
    }
    let settings = &scene.account.settings;
    let seen = match (&task, ours) {
        (None, _) => Seen::Gone,
        (Some(task), None) if stays(task, lane.last()) => Seen::Unchosen,
        (Some(_), None) => Seen::OtherObject,
        (Some(_), Some(task)) => {
            Seen::Task(Box::new(facts::of_task(task, amount, settings, communication)))
        }
    };
    let funnel = facts::funnel(rest, deals, object, ours, priority).await?;
    let changed = ours.and_then(|task| task.changed).filter(|_| unread.backfill);
    let mut moment = facts::moment(unread.told, scene.place.now, settings);
    if let Some(changed) = changed.and_then(|point| facts::wall_clock(point, settings)) {
        moment.told = changed;
    }
    lane.unread = None;
    lane.foreign = matches!(seen, Seen::OtherObject) && lane.last().is_none();
    if let Some(task) = &task {
        lane.name.clone_from(&task.name);
    }
    match decide(deals, &funnel, &seen, lane.last(), moment) {
        Decision::Nothing(note) => {
            draft.note(&note)?;
            revive(lane, None, draft)?;
            if may_come && lane.untied.is_none() && !lane.last().is_some_and(is_tied) {
                tie::begin(lane, scene.place.now);
            }
            if lane.last().is_none() || !matches!(note, DealNote::Unchanged) {
                lane.stands = Some(note);
            }
            Ok(())
        }
        Decision::Tell { row, notes } => {
            for note in &notes {
                draft.note(note)?;
            }
            let row = people(rest, ours, lane, *row, priority, draft).await?;
            lane.untied = None;
            if may_come && row.communication.is_none() {
                tie::begin(lane, scene.place.now);
            }
            tell(lane, &funnel, row, draft)
        }
    }
}

fn is_tied(row: &DealRow) -> bool {
    row.communication.is_some()
}

/// Whether the task is of the object that its deal was made of: then not the task has moved, but the settings.
fn stays(task: &Task, last: Option<&DealRow>) -> bool {
    let objects = task.object.into_iter().chain(task.template.map(TaskObjectId));
    last.is_some_and(|last| objects.into_iter().any(|object| funnel_id(object) == last.funnel))
}

/// What made the task will be known in a moment: we made it ourselves.
fn wait(
    scene: &Scene<'_>,
    lane: &mut DealLane,
    unread: Unread,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if lane.patience == 0 {
        draft.note(&DealNote::WaitsForCommunication)?;
    }
    lane.patience += 1;
    lane.unread = Some(Unread { at: scene.place.now + WAIT, ..unread });
    Ok(())
}

/// Has UIS know the client and the employee; a client who is not there any more is left out.
async fn people(
    rest: &Rest,
    task: Option<&Task>,
    lane: &mut DealLane,
    mut row: DealRow,
    priority: Priority,
    draft: &mut Draft<'_>,
) -> Result<DealRow, Failure> {
    if task.is_none() {
        return Ok(row);
    }
    let number = lane.rows + 1;
    if let Some(id) = row.contact {
        if let Some(found) = rest.contact(id, &[], priority).await? {
            lane.phone = found.phones.first().cloned();
            let contact = DealContact {
                id,
                name: some_name(found.name, &format!("Контакт {id}")),
                phones: found.phones,
                emails: found.emails,
            };
            if lane.contact.as_ref() != Some(&contact) {
                let effect = DealEffect::Contact { contact: contact.clone() };
                draft.plan(&format!("row/{number}/contact"), &effect)?;
                lane.contact = Some(contact);
            }
        } else {
            draft.note(&DealNote::ContactGone { contact: id })?;
            row.contact = None;
        }
    }
    if let Some(id) = row.employee {
        let users = rest.users(false, priority).await?;
        let name = users.iter().find(|user| user.id == id).map(|user| user.name.clone());
        let name = some_name(name.unwrap_or_default(), &format!("Сотрудник {}", id.0));
        let employee = DealEmployee { id, name };
        if lane.employee.as_ref() != Some(&employee) {
            let effect = DealEffect::Employee { employee: employee.clone() };
            draft.plan(&format!("row/{number}/employee"), &effect)?;
            lane.employee = Some(employee);
        }
    }
    Ok(row)
}

fn some_name(name: String, otherwise: &str) -> String {
    if name.trim().is_empty() { otherwise.to_owned() } else { name }
}

/// Plans the row.
fn tell(
    lane: &mut DealLane,
    funnel: &Funnel,
    row: DealRow,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let number = lane.rows + 1;
    if lane.funnel.as_ref() != Some(funnel) {
        let effect = DealEffect::Funnel { funnel: funnel.clone() };
        draft.plan(&format!("row/{number}/funnel"), &effect)?;
        lane.funnel = Some(funnel.clone());
    }
    plan(lane, row, draft)
}

/// Plans the row itself, and says so.
pub(super) fn plan(
    lane: &mut DealLane,
    row: DealRow,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let binding = match (row.communication, row.contact) {
        (Some(_), _) => Binding::Communication,
        (None, Some(_)) => Binding::Contact,
        (None, None) => Binding::Nothing,
    };
    let (stage, revenue) = (row.stage_name.clone(), row.revenue);
    let note = DealNote::Planned { stage, revenue, binding };
    draft.note(&note)?;
    lane.stands = Some(note);
    revive(lane, Some(row), draft)
}

/// Plans the row under a new number, and takes the content out of rows that a replay has brought back: what
/// they said is said by now, or is out of date.
fn revive(lane: &mut DealLane, row: Option<DealRow>, draft: &mut Draft<'_>) -> Result<(), Failure> {
    for number in std::mem::take(&mut lane.revived) {
        draft.plan(&format!("row/{number}"), &DealEffect::Superseded { number })?;
    }
    let Some(row) = row else { return Ok(()) };
    lane.rows += 1;
    let number = lane.rows;
    lane.planned.push(Planned { number, row: row.clone() });
    draft.plan(&format!("row/{number}"), &DealEffect::Row { number, row: Box::new(row) })
}
