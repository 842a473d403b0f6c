//! People, as far as recognising them needs.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::report::{PlanfixRef, UisRef};
use crate::ids::{PlanfixUserId, UisEmployeeId};
use crate::phone::{Extension, ShortNumber};

/// An e-mail address in small letters, so that two spellings are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Takes the address, trimmed; `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (name, host) = text.split_once('@')?;
        (!name.is_empty() && !host.is_empty()).then_some(Self(text))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a user of Planfix stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Works.
    Active,
    /// Was dismissed.
    Inactive,
    /// Was deleted.
    Deleted,
    /// Is no person.
    Robot,
}

/// A user of Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanfixPerson {
    /// His number.
    pub id: PlanfixUserId,
    /// Last name.
    pub last_name: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// His addresses, the main one first.
    pub emails: Vec<Email>,
    /// His short number, where Planfix tells it; that it does not proves nothing.
    pub short_number: Option<ShortNumber>,
    /// How he stands.
    pub standing: Standing,
}

impl PlanfixPerson {
    /// Last name, first name, patronymic, as far as given.
    pub fn full_name(&self) -> String {
        let parts = [&self.last_name, &self.first_name, &self.patronymic];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// As a report names him.
    pub fn shown(&self) -> PlanfixRef {
        PlanfixRef { user: self.id, name: self.full_name() }
    }
}

/// An employee of UIS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UisPerson {
    /// His number.
    pub id: UisEmployeeId,
    /// His name in one, as UIS writes it.
    pub full_name: String,
    /// His e-mail.
    pub email: Option<Email>,
    /// His extension.
    pub extension: Option<Extension>,
}

impl UisPerson {
    /// As a report names him.
    pub fn shown(&self) -> UisRef {
        let (name, extension) = (self.full_name.clone(), self.extension.clone());
        UisRef { id: self.id, name, extension }
    }
}
