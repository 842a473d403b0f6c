//! What is made of a call.

use serde::{Deserialize, Serialize};

use super::Acquaintance;
use crate::calls::Direction;
use crate::ids::TaskObjectId;
use crate::settings::Telephony;
use crate::settings::{CallAssign, FirstCallCreate, RepeatCreate};

/// What is made of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallCreation {
    /// What.
    pub make: Make,
    /// «Назначать на».
    pub assign: CallAssign,
    /// «Объект задачи».
    pub object: Option<TaskObjectId>,
}

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Make {
    /// Nothing but the history entry.
    Nothing,
    /// A task.
    Task,
    /// A task, unless the client has an open one.
    TaskIfNoneOpen,
}

/// What the settings make of such a call.
pub fn create_for_call(
    telephony: &Telephony,
    direction: Direction,
    acquaintance: &Acquaintance,
) -> CallCreation {
    let (first, repeat, object) = match direction {
        Direction::In => {
            let calls = &telephony.incoming;
            (calls.first, calls.repeat, calls.task_object)
        }
        Direction::Out => {
            let calls = &telephony.outgoing;
            (calls.first, calls.repeat, calls.task_object)
        }
    };
    if acquaintance.is_first() {
        let make = match first.create {
            FirstCallCreate::Task => Make::Task,
            FirstCallCreate::Nothing => Make::Nothing,
        };
        CallCreation { make, assign: first.assign, object }
    } else {
        let make = match repeat.create {
            RepeatCreate::Task => Make::Task,
            RepeatCreate::TaskIfNoneOpen => Make::TaskIfNoneOpen,
            RepeatCreate::Nothing => Make::Nothing,
        };
        CallCreation { make, assign: repeat.assign, object }
    }
}
