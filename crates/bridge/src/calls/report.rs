//! The call's row in UIS's report.

use domain::Failure;
use domain::calls::{CallFacts, CallReport, ReportedEmployee};
use jiff::SignedDuration;
use uis::data_api::{CallRow, CallsQuery};

use super::lane::CallLane;
use crate::accounts::Account;
use crate::scene::Scene;

/// How far around the call the report is searched: its clock and ours differ, and a call may be long.
const AROUND: SignedDuration = SignedDuration::from_hours(13);

/// Fetches the row, if it is there.
pub(super) async fn fetch(
    scene: &Scene<'_>,
    lane: &CallLane,
) -> Result<Option<CallReport>, Failure> {
    Ok(row_of(scene.account, &lane.facts).await?.map(report_of))
}

/// The call's row, if it is there.
pub(super) async fn row_of(
    account: &Account,
    facts: &CallFacts,
) -> Result<Option<CallRow>, Failure> {
    let Some(uis) = &account.uis else { return Ok(None) };
    let began_at = facts.began_at;
    let query = CallsQuery::between(began_at - AROUND, began_at + AROUND).only([facts.session]);
    let rows = uis.calls(&query, account.settings.timezone.zone()).await?;
    Ok(rows.into_iter().find(|row| row.id == facts.session))
}

/// The row in the words of decisions.
pub(crate) fn report_of(row: CallRow) -> CallReport {
    let records = row.record().into_iter().cloned().collect();
    let tags =
        row.tags.iter().flat_map(|tag| [tag.id.map(|id| id.to_string()), Some(tag.name.clone())]);
    CallReport {
        direction: row.direction,
        contact_phone: row.contact_phone,
        virtual_number: row.virtual_number,
        communication: row.communication,
        finished_at: row.finish.map(|finish| finish.at),
        finish_reason: row.finish_reason,
        lost: row.is_lost.unwrap_or(false),
        talk_seconds: row.durations.talk,
        first_talker: row.first_talked.map(|employee| employee.id),
        last_talker: row.last_talked.map(|employee| employee.id),
        employees: row
            .employees
            .into_iter()
            .map(|one| ReportedEmployee {
                id: one.id,
                full_name: one.full_name,
                talked: one.talked,
            })
            .collect(),
        tags: tags.flatten().collect(),
        attributes: row.attributes,
        records,
        columns: row.columns,
    }
}
