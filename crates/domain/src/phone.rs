//! Phone numbers and short numbers.

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
    /// Reads a phone written in any common way. `None` for what can't be a subscriber's number
    /// (fewer than 5 or more than 15 digits, letters).
    pub fn parse(text: &str) -> Option<Self> {
        let foreign = text.trim_start().starts_with('+');
        if text.chars().any(|c| c.is_alphabetic()) {
            return None;
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if !(5..=15).contains(&digits.len()) {
            return None;
        }
        let normal = match (digits.len(), digits.split_at(1)) {
            (11, ("8", rest)) if !foreign => format!("7{rest}"),
            (10, ("9" | "4" | "8" | "3", _)) if !foreign => format!("7{digits}"),
            _ => digits,
        };
        Some(Self(normal))
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
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a phone number")))
    }
}

/// Makes a newtype of a short text that is opaque to us.
macro_rules! short_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text, trimmed; `None` when nothing is left.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                (!text.is_empty()).then(|| Self(text.to_owned()))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

short_text!(
    /// An employee's extension in UIS («Внутренний номер»), e.g. `101`.
    Extension
);
short_text!(
    /// The short number under which Planfix knows an employee («Короткий номер»): opaque text, equal to
    /// the UIS extension unless the administrator paired them by hand.
    ShortNumber
);
