//! What is known of a lead: from the site that sent it, and from its row in
//! `get.offline_messages_report`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::clients::Client;
use crate::email::Email;
use crate::ids::CommunicationId;
use crate::phone::Phone;
use crate::templates::Variables;

/// Everything known of one lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadFacts {
    /// When it was left, as far as known; the earliest word wins.
    pub left_at: Timestamp,
    /// Every column that was told, by its UIS name.
    pub columns: BTreeMap<String, String>,
    /// Whether the report's row is there: then what is not known does not exist.
    pub reported: bool,
}

impl LeadFacts {
    /// Nothing but the moment.
    pub fn new(left_at: Timestamp) -> Self {
        Self { left_at, columns: BTreeMap::new(), reported: false }
    }

    /// Adds what a site sent. The report knows best: a later word of the site does not take its word back.
    pub fn hear(&mut self, columns: BTreeMap<String, String>) {
        let known = std::mem::take(&mut self.columns);
        if self.reported {
            self.columns = columns;
            self.columns.extend(known);
        } else {
            self.columns = known;
            self.columns.extend(columns);
        }
    }

    /// Adds the report's row.
    pub fn learn(&mut self, left_at: Option<Timestamp>, columns: BTreeMap<String, String>) {
        self.left_at = left_at.unwrap_or(self.left_at).min(self.left_at);
        self.columns.extend(columns);
        self.reported = true;
    }

    /// The communication it is, when a column tells.
    pub fn communication(&self) -> Option<CommunicationId> {
        self.column("communication_id")?.trim().parse().ok().map(CommunicationId)
    }

    /// The visitor, by what he left.
    pub fn client(&self) -> Client {
        Client {
            phones: self
                .column("visitor_phone_number")
                .and_then(Phone::parse)
                .into_iter()
                .collect(),
            emails: self.column("visitor_email").and_then(Email::parse).into_iter().collect(),
        }
    }

    /// What the visitor calls himself.
    pub fn client_name(&self) -> Option<String> {
        self.column("visitor_name")
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
    }

    /// The lead's variables for templates, conditions and fields: everything told, the phone in its digits.
    pub fn template_variables(&self) -> Variables {
        let mut variables: Variables =
            self.columns.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        if let Some(phone) = self.client().phones.first() {
            variables.set("visitor_phone_number", phone.digits());
        }
        variables
    }

    /// Whether UIS counts it as the visitor's first communication; `None` when it does not say.
    pub fn primary(&self) -> Option<bool> {
        let attributes = self.column("attributes").unwrap_or_default();
        let has = |wanted: &str| attributes.split(',').any(|one| one.trim() == wanted);
        match (has("primary"), has("secondary")) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }

    fn column(&self, name: &str) -> Option<&str> {
        self.columns.get(name).map(String::as_str)
    }
}
