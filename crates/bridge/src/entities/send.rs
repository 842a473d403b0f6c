//! Carrying a write out.

use domain::Failure;
use domain::clients::{Client, NewContact};
use domain::failure::Code;
use domain::ids::ContactId;
use engine::model::OperationId;
use planfix::rest::{Applied, NewComment};
use planfix::{Rest, codes};
use serde_json::{Value, json};
use upstream::Priority;

use super::EntityEffect;
use crate::accounts::Account;

/// Planfix did an update only in part.
const PARTLY: Code = Code::new("PF-PARTLY");

/// Sends the write and returns what Planfix answered.
pub(crate) async fn send(
    account: &Account,
    operation: OperationId,
    effect: &EntityEffect,
) -> Result<Value, Failure> {
    let (rest, mark) = (account.rest()?, operation.to_string());
    match effect {
        EntityEffect::Contact { contact } => make_contact(rest, contact, &mark).await,
        EntityEffect::ContactFields { contact, fields } => {
            applied(&rest.update_contact(*contact, fields, Priority::AfterCall).await?)
        }
        EntityEffect::Task { task } => {
            let id = rest.create_task(task, &mark, Priority::AfterCall).await?;
            Ok(json!({ "task": id }))
        }
        EntityEffect::TaskPatch { task, patch } => {
            applied(&rest.update_task(*task, patch, Priority::AfterCall).await?)
        }
        EntityEffect::TaskComment { task, html } => {
            let comment = NewComment { html: html.clone(), source_object_id: mark };
            rest.add_task_comment(*task, &comment, Priority::AfterCall).await?;
            Ok(Value::Null)
        }
    }
}

/// Makes a contact. A second one with the same e-mail is refused: then the contact that has it is the
/// client's. When nobody shows it (an employee has it, or it is no address), he is made without it.
async fn make_contact(rest: &Rest, contact: &NewContact, mark: &str) -> Result<Value, Failure> {
    let refusal = match rest.create_contact(contact, mark, Priority::AfterCall).await {
        Ok(id) => return Ok(json!({ "contact": id })),
        Err(failure) => failure,
    };
    // the documented code is sure; accounts have been seen to give the general one
    let about_email = refusal.code == codes::EMAIL || refusal.code == codes::REFUSED;
    if !about_email || contact.client.emails.is_empty() || !is_final(&refusal) {
        return Err(refusal);
    }
    if let Some(id) = whose_email(rest, &contact.client).await? {
        return Ok(json!({ "contact": id, "taken": true }));
    }
    let client = Client { emails: Vec::new(), ..contact.client.clone() };
    let nameless = NewContact { client, ..contact.clone() };
    let id = rest.create_contact(&nameless, mark, Priority::AfterCall).await?;
    Ok(json!({ "contact": id, "without_email": true }))
}

/// Whether nothing was made for sure.
fn is_final(failure: &Failure) -> bool {
    failure.class == domain::Class::Permanent
}

async fn whose_email(rest: &Rest, client: &Client) -> Result<Option<ContactId>, Failure> {
    for email in &client.emails {
        for companies in [false, true] {
            let found = rest.contacts_by_email(email, companies, &[], Priority::AfterCall).await?;
            if let Some(contact) = found.first() {
                return Ok(Some(contact.id));
            }
        }
    }
    Ok(None)
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
