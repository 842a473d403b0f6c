//! Runs of the employee synchronisation.

use cabinet::employee_runs::EmployeeRun;
use engine::model::ConnectionId;

use super::Result;
use crate::error::OrBroken as _;
use crate::session::{Session, clean};
use crate::values::{from_json, json, micros, moment};

/// How many runs of a connection are kept: a season of nights.
const KEPT: i64 = 100;

/// Keeps a run, and drops the oldest.
pub(super) async fn save(db: &mut Session, id: ConnectionId, run: EmployeeRun) -> Result<()> {
    let (ended_at, outcome) = (micros(run.ended_at), json(&run.outcome)?);
    sqlx::query!(
        "INSERT INTO employee_runs (connection_id, author, ended_at, outcome)
         VALUES ($1, $2, $3, $4)",
        id.0,
        &clean(&run.author),
        ended_at,
        outcome
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!(
        "DELETE FROM employee_runs WHERE connection_id = $1 AND id NOT IN
             (SELECT id FROM employee_runs WHERE connection_id = $1 ORDER BY id DESC LIMIT $2)",
        id.0,
        KEPT
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    Ok(())
}

/// The last runs, the newest first.
pub(super) async fn last(
    db: &mut Session,
    id: ConnectionId,
    limit: u32,
) -> Result<Vec<EmployeeRun>> {
    let rows = sqlx::query!(
        "SELECT author, ended_at, outcome FROM employee_runs
         WHERE connection_id = $1 ORDER BY id DESC LIMIT $2",
        id.0,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            Ok(EmployeeRun {
                ended_at: moment(row.ended_at)?,
                author: row.author,
                outcome: from_json(&row.outcome)?,
            })
        })
        .collect()
}
