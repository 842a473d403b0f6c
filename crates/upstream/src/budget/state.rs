//! What the administrator is shown of a budget.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Priority;

/// A budget as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetState {
    /// Requests left today: the account's last word less what we have sent since. `None` before the
    /// first answer.
    pub remaining: Option<u64>,
    /// The most the account has ever told to be left: a day has at least so many.
    pub most: Option<u64>,
    /// Until when the account is silent, if it is.
    pub paused_until: Option<Timestamp>,
    /// How many requests wait for their turn.
    pub waiting: WaitingCounts,
}

/// Requests that wait, by priority.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingCounts {
    /// [`Priority::OperatorAction`]
    pub operator_action: usize,
    /// [`Priority::LiveCall`]
    pub live_call: usize,
    /// [`Priority::AfterCall`]
    pub after_call: usize,
    /// [`Priority::BackFill`]
    pub back_fill: usize,
}

impl WaitingCounts {
    /// Counts one more.
    pub fn count(&mut self, priority: Priority) {
        let of = match priority {
            Priority::OperatorAction => &mut self.operator_action,
            Priority::LiveCall => &mut self.live_call,
            Priority::AfterCall => &mut self.after_call,
            Priority::BackFill => &mut self.back_fill,
        };
        *of += 1;
    }

    /// All that wait.
    pub fn total(&self) -> usize {
        self.operator_action + self.live_call + self.after_call + self.back_fill
    }
}
