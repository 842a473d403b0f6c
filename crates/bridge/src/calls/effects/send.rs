//! Carrying a write out.

use domain::Failure;
use domain::failure::Code;
use engine::model::OperationId;
use planfix::rest::Applied;
use serde_json::{Value, json};
use upstream::Priority;

use super::CallEffect;
use crate::accounts::Account;

/// Planfix did an update only in part.
const PARTLY: Code = Code::new("PF-PARTLY");

/// Sends the write and returns what Planfix answered.
pub(in crate::calls) async fn send(
    account: &Account,
    operation: OperationId,
    effect: &CallEffect,
) -> Result<Value, Failure> {
    match effect {
        CallEffect::Card { card } => {
            account.telephony()?.event(card).await?;
            Ok(Value::Null)
        }
        CallEffect::Record { record } => {
            account.telephony()?.record(record).await?;
            Ok(Value::Null)
        }
        CallEffect::Task { task } => {
            let mark = operation.to_string();
            let id = account.rest()?.create_task(task, &mark, Priority::AfterCall).await?;
            Ok(json!({ "task": id }))
        }
        CallEffect::TaskPatch { task, patch } => {
            applied(&account.rest()?.update_task(*task, patch, Priority::AfterCall).await?)
        }
        CallEffect::ContactFields { contact, fields } => {
            applied(&account.rest()?.update_contact(*contact, fields, Priority::AfterCall).await?)
        }
    }
}

/// An update that was done in part will not be done better by sending it again.
fn applied(applied: &Applied) -> Result<Value, Failure> {
    match applied {
        Applied::Now => Ok(Value::Null),
        Applied::Queued => Ok(json!({ "queued": true })),
        Applied::Partly(refused) => {
            let list: Vec<String> =
                refused.iter().map(|one| format!("{}: {}", one.field, one.error)).collect();
            let message = format!("Планфикс не записал часть полей: {}", list.join("; "));
            Err(Failure::permanent(PARTLY, message))
        }
    }
}
