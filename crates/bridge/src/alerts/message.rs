//! What people are told.

use domain::alerts::{Cause, Word};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is said of a connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// What; `None` for a test.
    pub word: Option<Word>,
    /// The connection, by name; empty in a test.
    pub connection: String,
    /// The title people know it by.
    pub title: String,
    /// Since when it is or was broken.
    pub since: Timestamp,
    /// The moment it is said.
    pub at: Timestamp,
    /// What broke it; none when it works again.
    pub cause: Option<Cause>,
    /// The time zone of the connection, by its IANA name.
    pub zone: String,
}

impl Message {
    /// A message that only shows that messages arrive.
    pub(super) fn test(at: Timestamp) -> Self {
        Self {
            word: None,
            connection: String::new(),
            title: String::new(),
            since: at,
            at,
            cause: None,
            zone: "UTC".to_owned(),
        }
    }

    /// The event's name in the webhook's body.
    pub(super) fn event(&self) -> &'static str {
        match self.word {
            Some(Word::Broken) => "broken",
            Some(Word::StillBroken) => "still_broken",
            Some(Word::Works) => "works",
            None => "test",
        }
    }
}
