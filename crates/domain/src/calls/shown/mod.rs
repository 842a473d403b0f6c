//! What Planfix has been shown of a call. It survives a replay: what was shown can't be taken back.

mod advance;
mod desk;
mod end;
mod going_on;

pub use desk::{Desk, Desks, PlannedCard};

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::UisEmployeeId;

/// The cards of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// By employee.
    pub cards: BTreeMap<UisEmployeeId, ShownCard>,
    /// The call's end has been shown; nothing but recordings may follow.
    pub closed: bool,
    /// The links of recordings that were shown, with the cards or after them.
    pub records: BTreeSet<String>,
}

/// One employee's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownCard {
    /// Counts from 1; grows when he is rung again after his card was closed.
    pub round: u32,
    /// How the card stands.
    pub stage: ShownStage,
    /// When he was last rung for this card.
    pub rang_at: Timestamp,
    /// The legs that led to it.
    pub legs: BTreeSet<i64>,
}

/// How a card stands; it only ever moves down this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownStage {
    /// It rings.
    Ringing,
    /// He talks.
    Accepted,
    /// It is closed.
    Closed,
}
