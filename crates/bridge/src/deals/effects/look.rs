//! Finding out whether a write of unknown result was carried out.

use domain::Failure;
use engine::Found;
use serde_json::json;

use super::DealEffect;
use crate::accounts::Account;

/// A row is looked for in the history. All else sets how something is, and may be sent again.
pub(in crate::deals) async fn look(
    account: &Account,
    write: &DealEffect,
) -> Result<Found, Failure> {
    let DealEffect::Row { row, .. } = write else { return Ok(Found::NotDone) };
    let uis = account.data_api()?;
    let there = uis.has_processed(row).await? || uis.is_processing(row.task).await?;
    Ok(if there { Found::Done(json!({ "row": row })) } else { Found::NotDone })
}
