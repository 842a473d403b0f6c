//! Whose e-mail is this?

use domain::Failure;
use domain::email::Email;
use domain::ids::FieldId;
use serde_json::{Value, json};
use upstream::Priority;

use super::contacts::{CONTACT_FIELDS, Contact};
use super::values::asking_for;
use super::wire::Call;
use super::{Rest, filters};
use crate::codes;

impl Rest {
    /// The contacts that have this e-mail, people or companies, oldest first, with the custom fields asked
    /// for. Planfix keeps an e-mail unique, so there is one at most, unless the filter was ignored; each
    /// row is checked again here.
    ///
    /// # Errors
    /// [`codes::FILTER`] when Planfix ignored the filter, and the failures of an exchange.
    pub async fn contacts_by_email(
        &self,
        email: &Email,
        companies: bool,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<Contact>, Failure> {
        let exactly = filters::contact_email(email.as_str());
        if let Some(found) = self.by_email(email, &exactly, companies, fields, priority).await? {
            return Ok(found);
        }
        // The exact filter is missing from the published list of types; "contains" is not.
        let part = filters::contact_email_part(email.as_str());
        self.by_email(email, &part, companies, fields, priority).await?.ok_or_else(|| {
            Failure::permanent(
                codes::FILTER,
                "Планфикс не применил фильтр контактов по почте и вернул всех подряд",
            )
        })
    }

    /// `None` when a full page without the e-mail shows that the filter was not applied.
    async fn by_email(
        &self,
        email: &Email,
        filter: &Value,
        companies: bool,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Option<Vec<Contact>>, Failure> {
        let call = Call::list(
            "contact/list",
            json!({
                "fields": asking_for(CONTACT_FIELDS, fields),
                "isCompany": companies,
                "filters": [filter],
            }),
        );
        let page = self.page(&call, "contacts", 0, priority).await?;
        let contacts = page.rows().filter_map(Contact::of);
        let found: Vec<Contact> = contacts.filter(|contact| contact.has_email(email)).collect();
        Ok((!found.is_empty() || !page.is_full()).then_some(found))
    }
}
