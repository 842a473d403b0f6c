//! Whose phone is this?

use domain::Failure;
use domain::ids::FieldId;
use domain::phone::Phone;
use serde_json::{Value, json};
use upstream::Priority;

use super::caches::PhoneQuestion;
use super::contacts::{CONTACT_FIELDS, Contact};
use super::filters;
use super::values::asking_for;
use super::wire::Call;
use super::{MAX_SEARCH_PAGES, Rest};
use crate::codes;
use crate::row::Row;

impl Rest {
    /// The people who have this phone, oldest contact first, with the custom fields asked for. Empty
    /// when there are none. One request, none at all when somebody was found in the last ten minutes.
    ///
    /// # Errors
    /// [`codes::FILTER`] when Planfix ignored the filter, [`codes::WIDE`] for a number so short that
    /// too many contain it, and the failures of an exchange.
    pub async fn contacts_by_phone(
        &self,
        phone: &Phone,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<Contact>, Failure> {
        self.by_phone(phone, phone.tail(), false, fields, priority).await
    }

    /// The people whose card has the number with spaces and dashes (`+7 (903) 123-45-67`), which a
    /// search by digits may pass over: which stored form the filter looks at is not documented. A
    /// question of its own, for clients of whom it is known that they have a contact.
    ///
    /// # Errors
    /// As for [`Rest::contacts_by_phone`].
    pub async fn contacts_by_written_phone(
        &self,
        phone: &Phone,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<Contact>, Failure> {
        match written_part(phone) {
            Some(part) => self.by_phone(phone, &part, false, fields, priority).await,
            None => Ok(Vec::new()),
        }
    }

    /// The companies that have this phone: a list of its own in Planfix, and a request of its own.
    ///
    /// # Errors
    /// As for [`Rest::contacts_by_phone`].
    pub async fn companies_by_phone(
        &self,
        phone: &Phone,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<Contact>, Failure> {
        self.by_phone(phone, phone.tail(), true, fields, priority).await
    }

    async fn by_phone(
        &self,
        phone: &Phone,
        part: &str,
        companies: bool,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<Contact>, Failure> {
        let (phone, part, fields) = (phone.clone(), part.to_owned(), fields.to_vec());
        let question = PhoneQuestion { phone, companies, part, fields };
        let search = || self.search_phone(&question, priority);
        self.caches.contacts.get_or_load(&question, priority, search).await
    }

    /// The filter is "contains" over a form that is not documented, so a part of the number is looked
    /// for and whole numbers compared here. A full page without that part anywhere shows that the
    /// filter was not applied.
    async fn search_phone(
        &self,
        asked: &PhoneQuestion,
        priority: Priority,
    ) -> Result<Vec<Contact>, Failure> {
        let call = Call::list(
            "contact/list",
            json!({
                "fields": asking_for(CONTACT_FIELDS, &asked.fields),
                "isCompany": asked.companies,
                "filters": [filters::contact_phone(&asked.part)],
            }),
        );
        for number in 0..MAX_SEARCH_PAGES {
            let page = self.page(&call, "contacts", number, priority).await?;
            let contacts = page.rows().filter_map(Contact::of);
            let found: Vec<Contact> =
                contacts.filter(|contact| contact.has_phone(&asked.phone)).collect();
            if !found.is_empty() || !page.is_full() {
                return Ok(found);
            }
            if !page.rows().any(|row| mentions(row, &asked.part)) {
                return Err(Failure::permanent(
                    codes::FILTER,
                    "Планфикс не применил фильтр контактов по телефону и вернул всех подряд",
                ));
            }
        }
        Err(Failure::permanent(
            codes::WIDE,
            format!("Слишком много контактов, в телефонах которых есть {}", asked.part),
        ))
    }
}

/// The end of the number as people write it: `123-45-67`.
fn written_part(phone: &Phone) -> Option<String> {
    let pretty = phone.pretty();
    let part = pretty.rsplit(' ').next()?;
    part.contains('-').then(|| part.to_owned())
}

/// Whether any phone of the row, in either of its spellings, contains the digits of the part.
fn mentions(row: Row<'_>, part: &str) -> bool {
    let digits = digits_of(part);
    let Some(phones) = row.value("phones").and_then(Value::as_array) else { return false };
    let spellings = phones
        .iter()
        .map(Row::new)
        .flat_map(|phone| [phone.text("number"), phone.text("maskedNumber")]);
    spellings.flatten().any(|text| digits_of(&text).contains(&digits))
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
