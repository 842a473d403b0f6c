//! The client's contact in Planfix.

use domain::Failure;
use domain::clients::Client;
use domain::email::Email;
use domain::entities::FoundBy;
use domain::ids::FieldId;
use domain::phone::Phone;
use planfix::rest::Contact;
use planfix::{Rest, codes};
use upstream::Priority;

use crate::scene::Scene;

/// Finds the client's contact by his phones, then by his e-mails.
pub(super) async fn find(
    scene: &Scene<'_>,
    rest: &Rest,
    client: &Client,
    fields: &[FieldId],
) -> Result<Option<(Contact, FoundBy)>, Failure> {
    for phone in &client.phones {
        if let Some(contact) = by_phone(scene, rest, phone, fields).await? {
            return Ok(Some((contact, FoundBy::Phone)));
        }
    }
    for email in &client.emails {
        if let Some(contact) = by_email(rest, email, fields).await? {
            return Ok(Some((contact, FoundBy::Email)));
        }
    }
    Ok(None)
}

/// People first. When Planfix's telephony knows the number all the same (which costs no REST request), or
/// can't be asked, people whose number is written with dashes, then companies.
async fn by_phone(
    scene: &Scene<'_>,
    rest: &Rest,
    phone: &Phone,
    fields: &[FieldId],
) -> Result<Option<Contact>, Failure> {
    let people = rest.contacts_by_phone(phone, fields, Priority::AfterCall).await;
    if let Some(person) = found(people)? {
        return Ok(Some(person));
    }
    if let Some(telephony) = &scene.account.telephony {
        let answer = telephony.contact(phone, None, scene.ask_deadline).await;
        if answer.is_ok_and(|caller| !caller.is_known()) {
            return Ok(None);
        }
    }
    let written = rest.contacts_by_written_phone(phone, fields, Priority::AfterCall).await;
    if let Some(person) = found(written)? {
        return Ok(Some(person));
    }
    found(rest.companies_by_phone(phone, fields, Priority::AfterCall).await)
}

async fn by_email(
    rest: &Rest,
    email: &Email,
    fields: &[FieldId],
) -> Result<Option<Contact>, Failure> {
    for companies in [false, true] {
        let search = rest.contacts_by_email(email, companies, fields, Priority::AfterCall).await;
        if let Some(contact) = found(search)? {
            return Ok(Some(contact));
        }
    }
    Ok(None)
}

/// The oldest of the contacts found. A search that Planfix could not narrow finds nobody: a stranger's
/// contact would be worse than none.
pub(crate) fn found(search: Result<Vec<Contact>, Failure>) -> Result<Option<Contact>, Failure> {
    match search {
        Ok(contacts) => Ok(contacts.into_iter().next()),
        Err(failure) if failure.code == codes::FILTER || failure.code == codes::WIDE => Ok(None),
        Err(failure) => Err(failure),
    }
}
