//! Contacts and companies.

use domain::Failure;
use domain::email::Email;
use domain::ids::{ContactId, ContactTemplateId, FieldId, PlanfixUserId};
use domain::phone::Phone;
use domain::tasks::FieldValue;
use serde_json::json;
use upstream::Priority;

use super::values::{FieldValues, asking_for, custom_field_data};
use super::wire::Call;
use super::{Applied, Rest};
use crate::codes;
use crate::row::Row;

/// The system fields read of a contact.
pub const CONTACT_FIELDS: &str = "id,name,midname,lastname,isCompany,isDeleted,phones,email,additionalEmailAddresses,supervisors,template";

/// A contact or a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Number.
    pub id: ContactId,
    /// First name, patronymic and last name, as far as given; a company's name.
    pub name: String,
    /// Whether it is a company.
    pub is_company: bool,
    /// Phones, normalised.
    pub phones: Vec<Phone>,
    /// E-mails, the main one first.
    pub emails: Vec<String>,
    /// «Ответственные»: the contact's owners (`supervisors`), employees only, in Planfix's order.
    pub owners: Vec<PlanfixUserId>,
    /// Template.
    pub template: Option<ContactTemplateId>,
    /// The custom fields that were asked for.
    pub fields: FieldValues,
}

impl Contact {
    /// A deleted contact is no contact.
    pub(super) fn of(row: Row<'_>) -> Option<Self> {
        let id = row.contact_id().filter(|_| row.flag("isDeleted") != Some(true))?;
        let parts = [row.text("name"), row.text("midname"), row.text("lastname")];
        Some(Self {
            id,
            name: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
            is_company: row.flag("isCompany").unwrap_or(false),
            phones: phones(row),
            emails: row
                .text("email")
                .into_iter()
                .chain(row.texts("additionalEmailAddresses"))
                .collect(),
            owners: row.employees("supervisors"),
            template: row.inner("template").and_then(|row| row.id("id")).map(ContactTemplateId),
            fields: FieldValues::of(row),
        })
    }

    /// Whether this is an e-mail of the contact, however it is written.
    pub fn has_email(&self, email: &Email) -> bool {
        self.emails.iter().any(|own| email.is(own))
    }

    /// Whether this is a number of the contact, however each is written.
    pub fn has_phone(&self, phone: &Phone) -> bool {
        self.phones.iter().any(|own| own.same_subscriber(phone))
    }
}

/// The phones of a row: `[{"number","maskedNumber","type"}]`, or bare texts.
pub(super) fn phones(row: Row<'_>) -> Vec<Phone> {
    let objects = row
        .rows("phones")
        .filter_map(|row| row.text("number").or_else(|| row.text("maskedNumber")));
    objects.chain(row.texts("phones")).filter_map(|number| Phone::parse(&number)).collect()
}

impl Rest {
    /// One contact with the custom fields asked for; `None` when it is gone (deleted, or merged into
    /// another).
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn contact(
        &self,
        id: ContactId,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Option<Contact>, Failure> {
        let call =
            Call::get(format!("contact/{id}")).query("fields", asking_for(CONTACT_FIELDS, fields));
        match self.call(call, priority).await {
            Ok(answer) => Ok(Row::new(&answer.body).inner("contact").and_then(Contact::of)),
            Err(failure) if failure.code == codes::MISSING => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Sets custom fields of a contact, silently: no log entry, no notifications.
    ///
    /// # Errors
    /// The failures of an exchange; [`codes::MISSING`] when the contact is gone.
    pub async fn update_contact(
        &self,
        id: ContactId,
        fields: &[FieldValue],
        priority: Priority,
    ) -> Result<Applied, Failure> {
        let body = json!({ "customFieldData": custom_field_data(fields) });
        self.caches.forget_contact(id);
        let answer = self.call(Call::write(format!("contact/{id}"), body).silent(), priority).await;
        self.caches.forget_contact(id);
        answer.map(|answer| answer.applied())
    }
}
