//! «Успешный этап» and «провальный этап» of deals.

use domain::Failure;
use domain::ids::TaskObjectId;
use domain::settings::Deals;
use planfix::rest::Status;

use super::{PRIORITY, Report, RestDoor, Subject, Trouble, Verdict};

/// Checks the statuses that end a deal.
pub(super) async fn check(rest: &RestDoor<'_>, deals: &Deals, report: &mut Report) {
    let Some(object) = deals.task_object.filter(|_| deals.enabled) else { return };
    let known = statuses(rest, object).await;
    for (path, named) in [
        ("deals.success_status", deals.success_status),
        ("deals.failure_status", deals.failure_status),
    ] {
        let Some(id) = named else { continue };
        let verdict = match &known {
            Ok(statuses) => match statuses.iter().find(|status| status.id == id) {
                Some(status) => Verdict::named(status.name.as_str()),
                None => Verdict::Wrong(Trouble::Missing { nearest: None }),
            },
            Err(failure) => Verdict::Unasked(failure.clone()),
        };
        report.add(path, Subject::Status(id), verdict);
    }
}

/// The object's statuses; where objects run on processes, those of every process.
async fn statuses(rest: &RestDoor<'_>, object: TaskObjectId) -> Result<Vec<Status>, Failure> {
    let rest = rest.as_ref().map_err(Clone::clone)?;
    let own = rest.object_statuses(object, PRIORITY).await?;
    if !own.is_empty() {
        return Ok(own);
    }
    let mut all = Vec::new();
    for process in rest.processes(PRIORITY).await? {
        all.extend(rest.process_statuses(process.id, PRIORITY).await?);
    }
    Ok(all)
}
