//! The sentences of calls in which others have a say: the customer's CRM, the Call API.

use super::builder::RING_SECS;
use super::{Act, Order, Script};

impl Script {
    /// UIS rings this employee, who ordered the call over the Call API, and then this number.
    pub fn ordered(employee: &str, contact_phone: &str, order: Order) -> Self {
        Self { order: Some(order), ..Self::outgoing(contact_phone).by(employee) }
    }

    /// UIS asks the customer's CRM for the caller's personal manager and rings him; who picks up is
    /// said next, and when that is not the manager, by [`Script::manager_is_silent`].
    #[must_use]
    pub fn asks_personal_manager(self) -> Self {
        let secs = RING_SECS;
        let (not_assigned, failed) = (Vec::new(), Vec::new());
        self.act(Act::AskManager { secs, picks_up: true, not_assigned, failed })
    }

    /// The personal manager's phones ring in vain.
    #[must_use]
    pub fn manager_is_silent(mut self) -> Self {
        if let Some(Act::AskManager { picks_up, .. }) = self.last_question() {
            *picks_up = false;
        }
        self
    }

    /// What happens when nobody is the caller's personal manager.
    #[must_use]
    pub fn when_not_assigned(mut self, goes: impl FnOnce(Self) -> Self) -> Self {
        if let Some(Act::AskManager { not_assigned, .. }) = self.last_question() {
            *not_assigned = goes(Self::incoming("")).acts;
        }
        self
    }

    /// What happens when the CRM gave no sensible answer in time, or the manager could not be reached.
    #[must_use]
    pub fn when_failed(mut self, goes: impl FnOnce(Self) -> Self) -> Self {
        if let Some(Act::AskManager { failed, .. }) = self.last_question() {
            *failed = goes(Self::incoming("")).acts;
        }
        self
    }

    fn last_question(&mut self) -> Option<&mut Act> {
        self.acts.iter_mut().rfind(|act| act.asks())
    }
}
