//! Whether a client is met for the first time («Первичные / Повторные обращения»).

use serde::{Deserialize, Serialize};

use crate::calls::{CallFacts, CallReport};
use crate::phone::ShortNumber;

/// Whether we know the client, and by whose word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "acquaintance", rename_all = "snake_case")]
pub enum Acquaintance {
    /// The first communication of this client.
    First {
        /// By whose word.
        source: Source,
    },
    /// The client is known.
    Repeat {
        /// By whose word.
        source: Source,
        /// His name in Planfix.
        name: Option<String>,
        /// The short number of the contact's owner.
        owner: Option<ShortNumber>,
    },
}

/// By whose word a client is new or known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Planfix, asked before it was told of the call: afterwards it has made a contact by itself.
    Planfix,
    /// Planfix, searched for the client's phone and e-mail.
    Search,
    /// Another call or lead of the same client came in at the same time and was first.
    Simultaneous,
    /// Planfix did not answer in time; UIS counts the communication so (`attributes`).
    UisAttributes,
    /// Planfix did not answer in time; UIS's count of the client's communications.
    UisCount,
    /// Nobody could say; taken as known, so that no second contact or greeting is made.
    Nobody,
}

impl Acquaintance {
    /// Whether it is the first communication.
    pub fn is_first(&self) -> bool {
        matches!(self, Self::First { .. })
    }

    /// By whose word.
    pub fn source(&self) -> Source {
        match self {
            Self::First { source } | Self::Repeat { source, .. } => *source,
        }
    }

    /// What UIS's own count says, for when Planfix could not be asked in time.
    pub fn by_uis(facts: &CallFacts) -> Self {
        let primary = facts.report.as_ref().and_then(CallReport::primary);
        let by_count = facts.communication_number.map(|number| number <= 1);
        match (primary, by_count) {
            (Some(first), _) => Self::told(first, Source::UisAttributes),
            (None, Some(first)) => Self::told(first, Source::UisCount),
            (None, None) => Self::told(false, Source::Nobody),
        }
    }

    fn told(first: bool, source: Source) -> Self {
        if first {
            Self::First { source }
        } else {
            Self::Repeat { source, name: None, owner: None }
        }
    }
}
