//! What a participant hears while he waits.

use serde_json::{Value, json};

/// A message to be played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A file of the account's or of UIS's own, by its id.
    Media(i64),
    /// A text that UIS reads aloud. Its tariff limits the length.
    Speech(String),
}

impl Message {
    pub(super) fn param(&self) -> Value {
        match self {
            Self::Media(id) => json!({ "type": "media", "value": id.to_string() }),
            Self::Speech(text) => json!({ "type": "tts", "value": text }),
        }
    }
}
