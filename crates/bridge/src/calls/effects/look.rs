//! Finding out whether a write of unknown result was carried out.

use domain::Failure;
use domain::tasks::NewTask;
use engine::Found;
use engine::model::Effect;
use planfix::rest::TaskTrace;
use serde_json::json;
use upstream::Priority;

use super::{CallEffect, history};
use crate::accounts::Account;

/// Looks for the write's trace.
///
/// What only sets a state (a card of a call and an employee, the link of a call's recording, a field's
/// value) may be sent again: a second time changes nothing. What adds something is looked for: a task
/// by our mark in it, an entry of the call history by its contact.
pub(in crate::calls) async fn look(
    account: &Account,
    effect: &Effect,
    write: &CallEffect,
) -> Result<Found, Failure> {
    match write {
        CallEffect::Card { card } if card.writes_history() => {
            history::look(account, card, effect.planned_at).await
        }
        CallEffect::Task { task } => look_for_task(account, effect, task).await,
        CallEffect::Card { .. }
        | CallEffect::Record { .. }
        | CallEffect::TaskPatch { .. }
        | CallEffect::ContactFields { .. } => Ok(Found::NotDone),
    }
}

async fn look_for_task(
    account: &Account,
    effect: &Effect,
    task: &NewTask,
) -> Result<Found, Failure> {
    let mark = effect.operation.to_string();
    let trace = TaskTrace {
        source_object_id: &mark,
        counterparty: task.counterparty,
        name: &task.name,
        tried_since: effect.planned_at,
    };
    let found = account.rest()?.find_task(&trace, Priority::AfterCall).await?;
    Ok(found.map_or(Found::NotDone, |task| Found::Done(json!({ "task": task }))))
}
