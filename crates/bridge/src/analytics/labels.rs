//! Where a client came from, and with whom he talked.

use domain::analytics::Dimension;
use engine::journal::Begun;

use crate::known::{made_task_of, variables_of};

/// A communication as it is counted.
pub(super) struct Visit {
    /// Its label.
    pub(super) label: Option<String>,
    /// The task that was made of it.
    pub(super) task: Option<i64>,
}

/// The communication of a lane; `None` when nothing of it was worked off yet, or the lane is none's. One that the filter kept out
/// counts: it was paid for like the others.
pub(super) fn of(begun: &Begun, by: Dimension) -> Option<Visit> {
    let variables = variables_of(&begun.lane)?;
    // the names by which UIS's reports tell it, the best first
    let names: &[&str] = match by {
        Dimension::Source => &["source_name", "source_new", "utm_source"],
        Dimension::Campaign => &["campaign_name", "utm_campaign"],
        Dimension::Site => &["site_domain_name", "site_name"],
        Dimension::Employee => &["first_talked_employee_full_name", "employee_full_name"],
    };
    let label = names.iter().find_map(|name| variables.get(name)).map(str::to_owned);
    Some(Visit { label, task: made_task_of(&begun.lane).map(|made| made.task.0) })
}
