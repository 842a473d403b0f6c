//! The visitor: how he is reached, and what is known of him.

use serde::{Deserialize, Serialize};

use crate::phone::Phone;

/// How a visitor is found in a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorAddress {
    /// `visitor_phone`
    Phone(Phone),
    /// `visitor_email`
    Email(String),
    /// `visitor_username`, with its `@`.
    Username(String),
}

/// The visitor's card: what he or an operator told of him.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitorCard {
    /// His name.
    pub name: Option<String>,
    /// His company.
    pub company: Option<String>,
    /// An operator's remark.
    pub comment: Option<String>,
    /// His phones; what is no phone is left out.
    pub phones: Vec<Phone>,
    /// His e-mail addresses.
    pub emails: Vec<String>,
}
