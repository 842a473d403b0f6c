//! The journal's words on the wire.

use domain::{LaneKind, calls};
use engine::model::Standing;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a communication stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// Going on, or waiting for something.
    Waiting,
    /// All that had to be done is done.
    Done,
    /// The settings keep it out.
    Filtered,
    /// Something was given up.
    Dead,
    /// It came in and could not be read.
    Unreadable,
}

impl From<Standing> for State {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Waiting => Self::Waiting,
            Standing::Done => Self::Done,
            Standing::Filtered => Self::Filtered,
            Standing::Dead => Self::Dead,
            Standing::Unreadable => Self::Unreadable,
        }
    }
}

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::Waiting => Self::Waiting,
            State::Done => Self::Done,
            State::Filtered => Self::Filtered,
            State::Dead => Self::Dead,
            State::Unreadable => Self::Unreadable,
        }
    }
}

/// What the journal's lines are about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Calls, chats and leads.
    Communication,
    /// Calls.
    Call,
    /// Chats.
    Chat,
    /// Leads.
    Lead,
    /// Deals.
    Deal,
    /// Clicks on numbers in Planfix.
    Click,
    /// Bodies that could not be read.
    Unreadable,
    /// What the program keeps house by: channels and accounts of chats, loads of existing tasks.
    Service,
}

impl Kind {
    /// The kinds of lanes that are meant.
    fn lanes(self) -> Vec<LaneKind> {
        let those = |wanted: fn(LaneKind) -> bool| {
            LaneKind::ALL.into_iter().filter(|kind| wanted(*kind)).collect()
        };
        match self {
            Self::Communication => those(LaneKind::is_communication),
            Self::Service => those(LaneKind::is_housekeeping),
            Self::Call => vec![LaneKind::Call],
            Self::Chat => vec![LaneKind::Chat],
            Self::Lead => vec![LaneKind::Lead],
            Self::Deal => vec![LaneKind::Deal],
            Self::Click => vec![LaneKind::Click],
            Self::Unreadable => vec![LaneKind::Unreadable],
        }
    }
}

/// The kinds of lanes to list. Housekeeping is listed when it is asked for, and whenever somebody asks
/// what was given up: a failure is never out of sight.
pub(super) fn kinds(kind: Option<Kind>, state: Option<State>) -> Option<Vec<LaneKind>> {
    match (kind, state) {
        (Some(kind), _) => Some(kind.lanes()),
        (None, Some(State::Dead)) => None,
        (None, _) => Some(LaneKind::listed()),
    }
}

/// Who called whom.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Direction {
    /// The client called us.
    In,
    /// We called the client.
    Out,
}

impl From<calls::Direction> for Direction {
    fn from(direction: calls::Direction) -> Self {
        match direction {
            calls::Direction::In => Self::In,
            calls::Direction::Out => Self::Out,
        }
    }
}
