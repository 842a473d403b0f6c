//! Looking for a contact whose creation has an unknown outcome.

use domain::Failure;
use domain::clients::Client;
use domain::ids::ContactId;
use jiff::Timestamp;
use serde_json::json;
use upstream::Priority;

use super::contacts::Contact;
use super::task_search::{a_day_before, bears};
use super::wire::Call;
use super::{MAX_SEARCH_PAGES, Rest, filters};
use crate::codes;
use crate::row::Row;

/// What is known of the contact.
#[derive(Debug, Clone)]
pub struct ContactTrace<'a> {
    /// The mark it was to get.
    pub source_object_id: &'a str,
    /// Who it is.
    pub client: &'a Client,
    /// The name it was to get.
    pub name: &'a str,
    /// When its creation was first tried.
    pub tried_since: Timestamp,
}

impl Rest {
    /// Looks for the contact: whoever has its phone or its e-mail is the client, made by us or not. One
    /// without either is looked for by our mark among those of its name. `None` means that it is surely
    /// not there.
    ///
    /// # Errors
    /// [`codes::WIDE`] when there are too many of the name to be sure, and the failures of an exchange.
    pub async fn find_contact(
        &self,
        trace: &ContactTrace<'_>,
        priority: Priority,
    ) -> Result<Option<ContactId>, Failure> {
        let Some(found) = self.contact_of(trace.client, priority).await? else {
            return self.marked_contact(trace, priority).await;
        };
        Ok(Some(found.id))
    }

    async fn contact_of(
        &self,
        client: &Client,
        priority: Priority,
    ) -> Result<Option<Contact>, Failure> {
        for companies in [false, true] {
            for phone in &client.phones {
                let found = if companies {
                    self.companies_by_phone(phone, &[], priority).await?
                } else {
                    self.contacts_by_phone(phone, &[], priority).await?
                };
                if let Some(contact) = found.into_iter().next() {
                    return Ok(Some(contact));
                }
            }
            for email in &client.emails {
                let found = self.contacts_by_email(email, companies, &[], priority).await?;
                if let Some(contact) = found.into_iter().next() {
                    return Ok(Some(contact));
                }
            }
        }
        Ok(None)
    }

    async fn marked_contact(
        &self,
        trace: &ContactTrace<'_>,
        priority: Priority,
    ) -> Result<Option<ContactId>, Failure> {
        for companies in [false, true] {
            let since = filters::created_since(a_day_before(trace.tried_since));
            let call = Call::list(
                "contact/list",
                json!({
                    "fields": "id,sourceObjectId",
                    "isCompany": companies,
                    "filters": [filters::contact_name(trace.name), since],
                }),
            );
            let found = self.marked_in(&call, trace.source_object_id, priority).await?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    async fn marked_in(
        &self,
        call: &Call,
        mark: &str,
        priority: Priority,
    ) -> Result<Option<ContactId>, Failure> {
        for number in 0..MAX_SEARCH_PAGES {
            let page = self.page(call, "contacts", number, priority).await?;
            let mut marked = page.rows().filter(|row| bears(*row, mark));
            if let Some(id) = marked.find_map(Row::contact_id) {
                return Ok(Some(id));
            }
            if !page.is_full() {
                return Ok(None);
            }
        }
        let message = "Под поиск в Планфиксе подходит слишком много контактов";
        Err(Failure::permanent(codes::WIDE, message))
    }
}
