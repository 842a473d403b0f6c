//! The journal's words on the wire.

use domain::calls;
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
