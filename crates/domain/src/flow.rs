//! The kinds of communications that come from UIS.

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// A kind of communication: it decides which variables and condition parameters exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Flow {
    /// Calls, incoming and outgoing.
    Call,
    /// Leads: site forms and other offline messages («Заявки»).
    Lead,
    /// Chats.
    Chat,
}

impl Flow {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Call, Self::Lead, Self::Chat];

    /// "for calls" in the reader's language.
    pub fn of_them(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Call, Lang::Ru) => "звонков",
            (Self::Call, Lang::En) => "calls",
            (Self::Lead, Lang::Ru) => "заявок",
            (Self::Lead, Lang::En) => "leads",
            (Self::Chat, Lang::Ru) => "чатов",
            (Self::Chat, Lang::En) => "chats",
        }
    }
}
