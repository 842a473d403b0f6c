//! Where a step of a flow happens, with everything it may ask.

use std::time::Duration;

use engine::{Place, Store};

use crate::accounts::Account;

/// The stage of one step.
pub(crate) struct Scene<'a> {
    /// Which lane, and when.
    pub(crate) place: &'a Place,
    /// The outside accounts of its connection.
    pub(crate) account: &'a Account,
    /// The store, for names that lanes take and for what other lanes know.
    pub(crate) store: &'a dyn Store,
    /// How long a question may take to which nobody waits for the answer.
    pub(crate) ask_deadline: Duration,
}
