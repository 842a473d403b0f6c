//! The people of a deal, as UIS is told of them.

use serde::{Deserialize, Serialize};

use crate::ids::{ContactId, PlanfixUserId};
use crate::phone::Phone;

/// A client.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DealContact {
    /// His contact.
    pub id: ContactId,
    /// His name.
    pub name: String,
    /// By which UIS finds his communications.
    pub phones: Vec<Phone>,
    /// By which UIS finds his communications, too.
    pub emails: Vec<String>,
}

/// An employee.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DealEmployee {
    /// Who.
    pub id: PlanfixUserId,
    /// His name.
    pub name: String,
}

/// A contact's `ext_id`.
pub fn contact_id(contact: ContactId) -> String {
    contact.to_string()
}

/// An employee's `ext_id`.
pub fn employee_id(employee: PlanfixUserId) -> String {
    employee.0.to_string()
}
