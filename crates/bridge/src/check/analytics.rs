//! Whether UIS takes deals at all: end-to-end analytics is a service of its own.

use domain::Class;
use domain::deals::funnel_id;
use domain::settings::Deals;

use super::{Report, Subject, Trouble, UisDoor, Verdict};

/// Asks for the object's funnel: that changes nothing, and every method of deals needs the same service.
pub(super) async fn check(uis: &UisDoor<'_>, deals: &Deals, report: &mut Report) {
    let Some(object) = deals.task_object.filter(|_| deals.enabled) else { return };
    let asked = match uis {
        Ok(uis) => uis.funnel(&funnel_id(object)).await,
        Err(failure) => Err(failure.clone()),
    };
    let verdict = match asked {
        Ok(funnel) => Verdict::Good { name: funnel.map(|funnel| funnel.name) },
        Err(failure) if failure.class == Class::Permanent => {
            Verdict::Wrong(Trouble::Refused(failure))
        }
        Err(failure) => Verdict::Unasked(failure),
    };
    report.add("deals", Subject::Analytics, verdict);
}
