//! The person outside, as far as a written communication tells who he is.

use serde::{Deserialize, Serialize};

use crate::email::Email;
use crate::ids::{ContactTemplateId, PlanfixUserId};
use crate::phone::Phone;
use crate::tasks::FieldValue;

/// What a client says of himself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// His phones, the best first.
    pub phones: Vec<Phone>,
    /// His e-mails, the best first.
    pub emails: Vec<Email>,
}

/// A contact to be made in Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewContact {
    /// Its name, at most 300 characters.
    pub name: String,
    /// «Шаблон для создания контакта».
    pub template: ContactTemplateId,
    /// Who it is.
    pub client: Client,
    /// Who is responsible for it.
    pub owner: Option<PlanfixUserId>,
    /// «Дополнительные поля».
    pub fields: Vec<FieldValue>,
}

impl Client {
    /// Whether nothing is known by which he could be recognised.
    pub fn is_unknown(&self) -> bool {
        self.phones.is_empty() && self.emails.is_empty()
    }

    /// The names under which making his contact is serialised. Everybody takes them in this one order, so
    /// that of two who want the same names one gets on.
    pub fn names(&self) -> Vec<String> {
        let emails = self.emails.iter().map(|email| format!("email/{email}"));
        let phones = self.phones.iter().map(|phone| format!("phone/{phone}"));
        let mut names: Vec<String> = emails.chain(phones).collect();
        names.sort();
        names.dedup();
        names
    }

    /// What he is called when he does not say his name: his phone or his e-mail.
    pub fn fallback_name(&self) -> Option<String> {
        let phone = self.phones.first().map(Phone::pretty);
        phone.or_else(|| self.emails.first().map(ToString::to_string))
    }
}
