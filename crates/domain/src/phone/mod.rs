//! Phone numbers and short numbers.

mod mask;
mod normal;
mod short;

pub use mask::{mask_phone, mask_phones};
pub use short::{Extension, ShortNumber};

use std::fmt;

use serde::{Deserialize, Serialize};

/// A phone number as UIS and Planfix write it: digits with the country code and no plus
/// (`79031234567`); Russian numbers that begin with 8 or have ten digits become 7….
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Phone(String);

/// How many trailing digits tell a subscriber apart inside Planfix's stored forms
/// (`+7 903…`, `8903…`, `903…` are one number).
pub const SIGNIFICANT_DIGITS: usize = 10;

impl Phone {
    /// Reads a phone written in any common way: Russian by default, any country with a plus or its
    /// code. `None` for what can't be a subscriber's number (fewer than 5 or more than 15 digits,
    /// letters).
    pub fn parse(text: &str) -> Option<Self> {
        normal::digits(text).map(Self)
    }

    /// The digits, without a plus.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The last ten digits (all of a shorter number): the form to search Planfix with.
    pub fn tail(&self) -> &str {
        let start = self.0.len().saturating_sub(SIGNIFICANT_DIGITS);
        self.0.get(start..).unwrap_or(&self.0)
    }

    /// Whether two numbers are one subscriber, however each was written.
    pub fn same_subscriber(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// The number for people, with its country: `+7 903 123-45-67`. A number of no known numbering
    /// plan stays its digits.
    pub fn pretty(&self) -> String {
        normal::international(&self.0).unwrap_or_else(|| self.0.clone())
    }

    /// The number as it is written inside its country: `8 (903) 123-45-67`.
    pub fn national(&self) -> String {
        normal::national(&self.0).unwrap_or_else(|| self.0.clone())
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Phone {
    /// Digits alone are a number that was read before: they are taken as they are, because a foreign
    /// number without its plus can look like a Russian one.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let stored = (5..=15).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
        let phone = if stored { Some(Self(text.clone())) } else { Self::parse(&text) };
        phone.ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a phone number")))
    }
}
