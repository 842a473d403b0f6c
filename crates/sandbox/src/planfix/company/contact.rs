//! Contacts and companies.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::People;
use super::user::join_name;

/// A phone number in a contact's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phone {
    /// The number exactly as it was written: Planfix promises no normal form.
    pub number: String,
    /// 1 mobile, 2 work, 3 home, 4 other.
    #[serde(rename = "type")]
    pub kind: u64,
}

/// A contact or a company.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contact {
    /// The number in `contact:N`.
    pub id: u64,
    /// True for a company.
    pub is_company: bool,
    /// The template it was made from.
    pub template: u64,
    /// First name, or the company's name.
    pub name: String,
    /// Middle name.
    pub midname: String,
    /// Last name.
    pub lastname: String,
    /// E-mail, unique in the whole account.
    pub email: Option<String>,
    /// Phone numbers.
    pub phones: Vec<Phone>,
    /// The responsible people («Ответственные»).
    pub supervisors: People,
    /// Values of custom fields by the field's id.
    pub custom: BTreeMap<u64, Value>,
    /// Plain fields the sandbox only keeps: address, description, site…
    pub other: Map<String, Value>,
    /// True when it was thrown away.
    pub is_deleted: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// What the card's log says: one line a change that was not silent.
    pub log: Vec<String>,
}

impl Contact {
    /// An empty card.
    pub(crate) fn new(id: u64, now: Timestamp) -> Self {
        Self {
            id,
            is_company: false,
            template: 0,
            name: String::new(),
            midname: String::new(),
            lastname: String::new(),
            email: None,
            phones: Vec::new(),
            supervisors: People::default(),
            custom: BTreeMap::new(),
            other: Map::new(),
            is_deleted: false,
            created: now,
            changed: now,
            log: Vec::new(),
        }
    }

    /// «Имя Отчество Фамилия», without the parts that are not there.
    pub fn full_name(&self) -> String {
        join_name(&[&self.name, &self.midname, &self.lastname])
    }

    /// True when one of its phones is this number.
    pub fn has_phone(&self, number: &str) -> bool {
        self.phones.iter().any(|phone| same_phone(&phone.number, number))
    }
}

/// Two ways to write one number: only digits count, and 8, 7 and +7 in front of ten are the same.
pub(crate) fn same_phone(left: &str, right: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let national = |number: String| match number.strip_prefix(['7', '8']) {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => number,
    };
    let (left, right) = (national(digits(left)), national(digits(right)));
    !left.is_empty() && left == right
}
