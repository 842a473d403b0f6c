//! What UIS is to be told of a task.

use jiff::civil::DateTime;

use super::amount::{Amount, Money};
use super::funnel::{FAILED, Funnel};
use super::note::DealNote;
use super::row::{Communication, DealRow};
use crate::ids::{ContactId, PlanfixUserId, StatusId, TaskId};
use crate::settings::Deals;

/// A task's status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskStatus {
    /// Number.
    pub id: StatusId,
    /// Name.
    pub name: String,
}

/// A task of the object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFacts {
    /// Number.
    pub task: TaskId,
    /// Name.
    pub name: String,
    /// Status.
    pub status: Option<TaskStatus>,
    /// When it was made, on the account's wall clock.
    pub created: Option<DateTime>,
    /// What stands in the amount's field.
    pub amount: Amount,
    /// The client's contact.
    pub contact: Option<ContactId>,
    /// Who works on it.
    pub employee: Option<PlanfixUserId>,
    /// The communication that made it, as far as we know.
    pub communication: Option<Communication>,
}

/// What was seen of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It is of the object.
    Task(Box<TaskFacts>),
    /// It is of another object.
    OtherObject,
    /// It is where it was, and the settings choose another object now.
    Unchosen,
    /// It is not there any more.
    Gone,
}

/// When, on the wall clock of the UIS account, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When the task became as it was seen, as far as known.
    pub told: DateTime,
    /// Now: UIS takes nothing from the future.
    pub now: DateTime,
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// UIS is to be told this.
    Tell {
        /// The row.
        row: Box<DealRow>,
        /// What is to be said of it.
        notes: Vec<DealNote>,
    },
    /// UIS knows all it should, or is not to know.
    Nothing(DealNote),
}

/// Decides what UIS is told after `last`, which it was told before.
///
/// Times never go backwards, whatever the clocks say; a row that says what the last one said is none.
pub fn decide(
    deals: &Deals,
    funnel: &Funnel,
    seen: &Seen,
    last: Option<&DealRow>,
    moment: Moment,
) -> Decision {
    match (seen, last) {
        (Seen::Task(task), last) => of_task(deals, funnel, task, last, moment),
        (Seen::Gone, None) => Decision::Nothing(DealNote::Gone),
        (Seen::OtherObject | Seen::Unchosen, None) => Decision::Nothing(DealNote::OtherObject),
        (Seen::Unchosen, Some(_)) => Decision::Nothing(DealNote::Unchosen),
        (Seen::Gone, Some(last)) => left(funnel, last, moment, DealNote::GoneClosed, "удалена"),
        (Seen::OtherObject, Some(last)) => {
            left(funnel, last, moment, DealNote::OtherObjectClosed, "переведена в другой объект")
        }
    }
}

fn of_task(
    deals: &Deals,
    funnel: &Funnel,
    task: &TaskFacts,
    last: Option<&DealRow>,
    moment: Moment,
) -> Decision {
    let stage = task.status.as_ref().and_then(|status| funnel.stage_of(deals, status.id));
    let Some(stage) = stage else { return Decision::Nothing(DealNote::NoStage) };
    let mut notes = Vec::new();
    let revenue = revenue(&task.amount, last, &mut notes);
    let told = moment.told.min(moment.now);
    let created = last.map_or_else(|| task.created.unwrap_or(told).min(told), |last| last.created);
    let changed = not_before(told, created, last);
    let moved = last.is_none_or(|last| last.stage != stage.id || last.funnel != funnel.id);
    let row = DealRow {
        task: task.task,
        name: title(task),
        created,
        changed,
        funnel: funnel.id.clone(),
        stage: stage.id.clone(),
        stage_name: stage.name.clone(),
        stage_since: last.filter(|_| !moved).map_or(changed, |last| last.stage_since),
        revenue,
        contact: task.contact,
        employee: task.employee,
        communication: task.communication.or(last.and_then(|last| last.communication)),
        comment: None,
    };
    if let Some(last) = last {
        if row.says_the_same_as(last) {
            return Decision::Nothing(DealNote::Unchanged);
        }
        if last.is_closed() && !row.is_closed() {
            notes.push(DealNote::Reopened);
        }
    }
    Decision::Tell { row: Box::new(row), notes }
}

/// A deal whose task has left: lost when it was open, as it is when it was over.
fn left(funnel: &Funnel, last: &DealRow, moment: Moment, closed: DealNote, what: &str) -> Decision {
    if last.is_closed() {
        return Decision::Nothing(closed);
    }
    let name = funnel.stages.iter().find(|stage| stage.id == FAILED);
    let at = not_before(moment.told.min(moment.now), last.created, Some(last));
    let row = DealRow {
        changed: at,
        stage: FAILED.to_owned(),
        stage_name: name.map(|stage| stage.name.clone()).unwrap_or_default(),
        stage_since: at,
        comment: Some(format!("Задача {what} в Планфиксе")),
        ..last.clone()
    };
    let note = DealNote::Left { deleted: matches!(closed, DealNote::GoneClosed) };
    Decision::Tell { row: Box::new(row), notes: vec![note] }
}

fn revenue(amount: &Amount, last: Option<&DealRow>, notes: &mut Vec<DealNote>) -> Money {
    match amount {
        Amount::Given(money) => *money,
        Amount::Empty => {
            notes.push(DealNote::AmountEmpty);
            Money::default()
        }
        Amount::Unreadable(text) => {
            notes.push(DealNote::AmountUnreadable { text: text.clone() });
            last.map(|last| last.revenue).unwrap_or_default()
        }
    }
}

/// The moment, no earlier than anything UIS was told before.
fn not_before(moment: DateTime, created: DateTime, last: Option<&DealRow>) -> DateTime {
    let floor = last.map_or(created, |last| last.changed.max(last.stage_since));
    moment.max(created).max(floor)
}

fn title(task: &TaskFacts) -> String {
    let name = task.name.trim();
    if name.is_empty() { format!("Задача {}", task.task) } else { name.to_owned() }
}
