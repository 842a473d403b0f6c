//! The requests an account may make, shared out by importance.
//!
//! Planfix REST allows one request a second and 20 000 to 100 000 a day for the whole account, the
//! customer's other integrations included (Planfix help, «REST API. Введение»). Several nodes (processes)
//! may serve one account: they share its [`Sheet`] in a [`Ledger`].

mod ledger;
mod memory;
mod meter;
mod options;
mod patience;
mod queue;
mod share;
mod shared;
mod sheet;
mod state;

use async_trait::async_trait;
use domain::Failure;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

pub use ledger::Ledger;
pub use memory::MemoryLedger;
pub use meter::Hold;
pub use options::{BudgetOptions, Reserve};
pub use share::Share;
pub use shared::SharedBudget;
pub use sheet::{Sheet, Turn};
pub use state::{BudgetState, WaitingCounts};

/// How urgent a request is; the greater goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Making up for what was missed; nobody waits for it.
    BackFill,
    /// Tasks and fields after a call has ended.
    AfterCall,
    /// Something that a call in progress needs.
    LiveCall,
    /// A person has pressed a button and looks at the screen.
    OperatorAction,
}

/// The right to send one request. Not to be kept: send at once.
#[derive(Debug)]
#[must_use = "a permit is one request's place; taking it and not sending wastes it"]
pub struct Permit(());

impl Permit {
    /// A permit; for implementations of [`Budget`].
    pub fn granted() -> Self {
        Self(())
    }
}

/// The scheduler of one account's requests.
#[async_trait]
pub trait Budget: Send + Sync + 'static {
    /// Waits for the turn: the most urgent first, then in the order of asking. Dropping the future
    /// gives the place up.
    ///
    /// # Errors
    /// A failure that says until when to wait, when the turn is too far away to be waited for here.
    async fn acquire(&self, priority: Priority) -> Result<Permit, Failure>;

    /// The account was told to slow down: nobody sends anything for `wait`.
    async fn throttled(&self, wait: SignedDuration);

    /// The account told how many requests are left today (`X-RateLimit-Remaining`).
    async fn remaining(&self, requests: u64);

    /// What the administrator is shown.
    async fn state(&self) -> BudgetState;

    /// The requests of this process that wait for their turn.
    fn waiting(&self) -> WaitingCounts;
}
