//! What lanes are about, and so what the lines of the journal are.

use serde::{Deserialize, Serialize};

/// What a lane is about: the first word of its key (`call/1001`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// A call.
    Call,
    /// A chat.
    Chat,
    /// A lead.
    Lead,
    /// A task of Planfix that is a deal in UIS.
    Deal,
    /// A click on a number in Planfix; the call that follows is another lane.
    Click,
    /// A body that could not be read, so nobody knows what it was about.
    Unreadable,
    /// A channel of chats, as UIS told of it last.
    Channel,
    /// An account of UIS's chats, as UIS told of it last.
    UisAccount,
    /// The load of tasks that were there before deals were switched on.
    Backfill,
}

impl LaneKind {
    /// All there are.
    pub const ALL: [Self; 9] = [
        Self::Call,
        Self::Chat,
        Self::Lead,
        Self::Deal,
        Self::Click,
        Self::Unreadable,
        Self::Channel,
        Self::UisAccount,
        Self::Backfill,
    ];

    /// The word in keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Chat => "chat",
            Self::Lead => "lead",
            Self::Deal => "deal",
            Self::Click => "click",
            Self::Unreadable => "unreadable",
            Self::Channel => "channel",
            Self::UisAccount => "uis_account",
            Self::Backfill => "backfill",
        }
    }

    /// The kind of a word; `None` for one that this version does not know.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether such a lane is a communication: a client called, wrote or left a request.
    pub const fn is_communication(self) -> bool {
        matches!(self, Self::Call | Self::Chat | Self::Lead)
    }

    /// Whether the program only keeps house by such a lane: nobody looks for it while it goes well.
    pub const fn is_housekeeping(self) -> bool {
        matches!(self, Self::Channel | Self::UisAccount | Self::Backfill)
    }

    /// The kinds that the journal lists unless asked otherwise.
    pub fn listed() -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| !kind.is_housekeeping()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_word() {
        for kind in LaneKind::ALL {
            assert_eq!(LaneKind::of(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(LaneKind::of("fax"), None);
    }

    #[test]
    fn housekeeping_is_neither_a_communication_nor_listed() {
        let listed = LaneKind::listed();
        for kind in LaneKind::ALL.into_iter().filter(|kind| kind.is_housekeeping()) {
            assert!(!kind.is_communication() && !listed.contains(&kind), "{kind:?}");
        }
        assert!(listed.contains(&LaneKind::Deal) && !LaneKind::Deal.is_communication());
    }
}
