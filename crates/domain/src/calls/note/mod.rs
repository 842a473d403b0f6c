//! What the journal says of a call, besides what came in and what was sent.
//!
//! The words stand by language, one file each; a note without words in one of them does not compile.

mod english;
mod russian;

use serde::{Deserialize, Serialize};

use crate::conditions::Explanation;
use crate::entities::EntityNote;
use crate::failure::Failure;
use crate::ids::UisEmployeeId;
use crate::phone::ShortNumber;
use crate::text::Lang;

/// A note of a call's story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum CallNote {
    /// «Телефония» is switched off.
    TelephonyOff,
    /// Both ends are ours: Planfix ignores such calls.
    Internal,
    /// The client's number is hidden, and Planfix can show nothing without one.
    HiddenNumber,
    /// Planfix did not say in time whether it knows the client.
    NotAcquainted {
        /// Why.
        failure: Failure,
    },
    /// The filter excludes the call.
    Excluded {
        /// Why.
        explanation: Explanation,
    },
    /// The filter could not be decided in time; the call was let through.
    LetThrough {
        /// What was missing.
        explanation: Explanation,
    },
    /// The employee has no short number, so Planfix can't show him a card.
    NoShortNumber {
        /// Who.
        employee: UisEmployeeId,
        /// His name.
        name: Option<String>,
    },
    /// The call rang nobody; its missed card goes to this employee.
    MissedCardTo {
        /// His short number.
        short_number: ShortNumber,
        /// Whether he is the contact's owner (else the default responsible).
        owner: bool,
    },
    /// The call rang nobody, and nobody with a short number could be shown its card.
    MissedCardToNobody,
    /// The report's row came.
    Reported,
    /// The report's row did not come in time; decided with what the notifications told.
    NotReported,
    /// Planfix does not have the client's contact yet; it makes one at a call's card by itself.
    AwaitsPlanfixContact {
        /// For how long it is awaited at most, seconds.
        seconds: u32,
    },
    /// No end was ever told of the call.
    NeverEnded,
    /// A notification came after the call's cards were closed.
    Late {
        /// The notification.
        event: String,
    },
    /// About the contact or the task.
    #[serde(untagged)]
    Entity(EntityNote),
}

impl From<EntityNote> for CallNote {
    fn from(note: EntityNote) -> Self {
        Self::Entity(note)
    }
}

impl CallNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }
}
