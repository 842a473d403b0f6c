//! Finding out whether a write of unknown result was carried out.

use domain::Failure;
use domain::clients::NewContact;
use domain::ids::TaskId;
use domain::tasks::NewTask;
use engine::Found;
use engine::model::Effect;
use planfix::rest::{ContactTrace, TaskTrace};
use serde_json::{Value, json};
use upstream::Priority;

use super::EntityEffect;
use crate::accounts::Account;

/// Looks for the write's trace.
///
/// What only sets a state may be sent again: a second time changes nothing. What adds something is looked
/// for: a contact by its phone and e-mail, a task and a comment by our mark in it.
pub(crate) async fn look(
    account: &Account,
    effect: &Effect,
    write: &EntityEffect,
) -> Result<Found, Failure> {
    match write {
        EntityEffect::Contact { contact } => look_for_contact(account, effect, contact).await,
        EntityEffect::Task { task } => look_for_task(account, effect, task).await,
        EntityEffect::TaskComment { task, .. } => look_for_comment(account, effect, *task).await,
        EntityEffect::TaskPatch { .. } | EntityEffect::ContactFields { .. } => Ok(Found::NotDone),
    }
}

async fn look_for_contact(
    account: &Account,
    effect: &Effect,
    contact: &NewContact,
) -> Result<Found, Failure> {
    let mark = effect.operation.to_string();
    let trace = ContactTrace {
        source_object_id: &mark,
        client: &contact.client,
        name: &contact.name,
        tried_since: effect.planned_at,
    };
    let found = account.rest()?.find_contact(&trace, Priority::AfterCall).await?;
    Ok(found.map_or(Found::NotDone, |contact| Found::Done(json!({ "contact": contact }))))
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

async fn look_for_comment(
    account: &Account,
    effect: &Effect,
    task: TaskId,
) -> Result<Found, Failure> {
    let mark = effect.operation.to_string();
    let comments = account.rest()?.task_comments(task, Priority::AfterCall).await?;
    let ours = |own: &str| own.eq_ignore_ascii_case(&mark);
    let written = comments.iter().any(|one| one.source_object_id.as_deref().is_some_and(ours));
    Ok(if written { Found::Done(Value::Null) } else { Found::NotDone })
}
