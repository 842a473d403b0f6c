//! What a task says, in the deal's words.

use domain::Failure;
use domain::deals::{Amount, Communication, Funnel, Moment, TaskFacts, TaskStatus};
use domain::ids::{FieldId, StatusId, TaskObjectId};
use domain::settings::{Deals, Settings};
use jiff::civil::DateTime;
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use planfix::Rest;
use planfix::rest::{Task, TimePoint};
use upstream::Priority;

/// The facts of a task of the object.
pub(super) fn of_task(
    task: &Task,
    amount: FieldId,
    settings: &Settings,
    communication: Option<Communication>,
) -> TaskFacts {
    TaskFacts {
        task: task.id,
        name: task.name.clone(),
        status: task
            .status
            .as_ref()
            .map(|status| TaskStatus { id: status.id, name: status.name.clone() }),
        created: task.created.and_then(|point| wall_clock(point, settings)),
        amount: Amount::read(task.fields.get(amount)),
        contact: task.counterparty,
        employee: task.assignees.first().copied(),
        communication,
    }
}

/// The funnel of the object, as its statuses are now, the task's own among them.
pub(super) async fn funnel(
    rest: &Rest,
    deals: &Deals,
    object: TaskObjectId,
    task: Option<&Task>,
    priority: Priority,
) -> Result<Funnel, Failure> {
    let name = rest.object(object, priority).await?.map(|object| object.name).unwrap_or_default();
    let mut statuses = rest.object_statuses(object, priority).await?;
    if statuses.is_empty()
        && let Some(process) = task.and_then(|task| task.process)
    {
        statuses = rest.process_statuses(process, priority).await?;
    }
    let own = task.and_then(|task| task.status.clone());
    if let Some(own) = own.filter(|own| statuses.iter().all(|status| status.id != own.id)) {
        statuses.push(own);
    }
    let known: Vec<(StatusId, String)> =
        statuses.into_iter().map(|status| (status.id, status.name)).collect();
    Ok(Funnel::of(deals, object, &name, &known))
}

/// The moments of a decision, on the account's wall clock.
pub(super) fn moment(told: Timestamp, now: Timestamp, settings: &Settings) -> Moment {
    Moment { told: seconds(told, settings), now: seconds(now, settings) }
}

/// When the task last changed, on the account's wall clock.
pub(super) fn wall_clock(point: TimePoint, settings: &Settings) -> Option<DateTime> {
    match (point.instant, point.date) {
        (Some(instant), _) => Some(seconds(instant, settings)),
        (None, Some(date)) => Some(date.to_datetime(point.time.unwrap_or_default())),
        (None, None) => None,
    }
}

/// UIS knows no fractions.
fn seconds(at: Timestamp, settings: &Settings) -> DateTime {
    let whole = TimestampRound::new().smallest(Unit::Second).mode(RoundMode::Floor);
    settings.timezone.zone().to_datetime(at.round(whole).unwrap_or(at))
}
