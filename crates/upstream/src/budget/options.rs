//! How a budget shares out.

use jiff::SignedDuration;

use super::Priority;

/// How a budget shares out. All nodes of an account are given the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetOptions {
    /// The least time between two requests.
    pub interval: SignedDuration,
    /// What is kept for the urgent when the day runs short.
    pub reserve: Reserve,
    /// A pause or reserve that lasts longer is not waited for but told to the asker.
    pub patience: SignedDuration,
}

/// How many of the day's requests must be left for a priority to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserve {
    /// For [`Priority::BackFill`].
    pub back_fill: u64,
    /// For [`Priority::AfterCall`].
    pub after_call: u64,
    /// For [`Priority::LiveCall`].
    pub live_call: u64,
}

impl Default for BudgetOptions {
    /// Planfix's one request a second.
    fn default() -> Self {
        Self {
            interval: SignedDuration::from_secs(1),
            reserve: Reserve { back_fill: 2_000, after_call: 300, live_call: 50 },
            patience: SignedDuration::from_secs(30),
        }
    }
}

impl Reserve {
    /// How many requests must be left; an operator's action needs none to be.
    pub(super) fn kept_from(self, priority: Priority) -> u64 {
        match priority {
            Priority::BackFill => self.back_fill,
            Priority::AfterCall => self.after_call,
            Priority::LiveCall => self.live_call,
            Priority::OperatorAction => 0,
        }
    }
}
