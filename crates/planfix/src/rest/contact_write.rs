//! Contacts as they are made.

use domain::Failure;
use domain::clients::NewContact;
use domain::ids::ContactId;
use serde_json::{Value, json};
use upstream::Priority;

use super::Rest;
use super::values::custom_field_data;
use super::wire::Call;

/// «Мобильный», which is what a visitor gives.
const MOBILE: u8 = 1;

impl Rest {
    /// Makes a contact. Of several e-mails Planfix takes one. `source_object_id` is our mark in it (a
    /// UUID): Planfix has no idempotency key, so a create of unknown outcome is looked for
    /// ([`Rest::find_contact`]).
    ///
    /// # Errors
    /// [`crate::codes::EMAIL`] when its e-mail is taken or no address, and the failures of an exchange;
    /// class Unknown when the contact may have been made.
    pub async fn create_contact(
        &self,
        contact: &NewContact,
        source_object_id: &str,
        priority: Priority,
    ) -> Result<ContactId, Failure> {
        let body = body_of(contact, source_object_id);
        let answer = self.call(Call::write("contact/", body), priority).await?;
        answer.created("POST contact/").map(ContactId)
    }
}

fn body_of(contact: &NewContact, source_object_id: &str) -> Value {
    let phone = |digits: &str| json!({ "number": format!("+{digits}"), "type": MOBILE });
    let phones = contact.client.phones.iter().map(|own| phone(own.digits()));
    let mut body = json!({
        "template": { "id": contact.template.0 },
        "name": contact.name,
        "sourceObjectId": source_object_id,
    });
    let Value::Object(members) = &mut body else { return body };
    if !contact.client.phones.is_empty() {
        members.insert("phones".to_owned(), phones.collect());
    }
    if let Some(email) = contact.client.emails.first() {
        members.insert("email".to_owned(), json!(email.as_str()));
    }
    if let Some(owner) = contact.owner {
        let people = json!({ "users": [{ "id": owner.to_string() }], "groups": [] });
        members.insert("supervisors".to_owned(), people);
    }
    if !contact.fields.is_empty() {
        members.insert("customFieldData".to_owned(), custom_field_data(&contact.fields));
    }
    body
}
