//! Where cards can be shown, and which shall be.

use std::collections::BTreeMap;

use crate::calls::CardStage;
use crate::ids::UisEmployeeId;
use crate::phone::ShortNumber;

/// Where an employee can be shown a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Under which number Planfix knows him.
    pub short_number: ShortNumber,
    /// Whether his talks are recorded.
    pub recorded: bool,
}

/// The employees who can be shown cards; to Planfix the others do not exist.
pub type Desks = BTreeMap<UisEmployeeId, Desk>;

/// A card to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCard {
    /// Whose.
    pub employee: UisEmployeeId,
    /// The card's number for this employee, for the operation's name.
    pub round: u32,
    /// What to show.
    pub stage: CardStage,
}
