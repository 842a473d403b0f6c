//! A simulated Planfix: one account, its REST API, its telephony API and its chat API.

mod automation;
pub mod company;
mod control;
mod doors;
mod edit;
mod exchange;
mod handles;
mod pbx;
mod rest;
mod state;
mod telephony;
mod views;
mod webchat;
mod wire;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use axum::Router;

pub use automation::{AutomaticScenario, Body, Posted, TaskEvent};
pub use company::{
    CallRecords, Card, CardState, Comment, Contact, Direction, HistoryEntry, People, Person, Phone,
    RepeatedEnd, Settings, Status, Subject, Task, UnknownCaller, User, UserStatus, WrongFilter,
};
pub use edit::TaskChange;
pub use handles::{NewContact, NewTask, NewUser};
pub use pbx::Outcome;
use state::State;
pub use webchat::{Talk, TalkMessage, Talks, TaskFile};

use crate::Changes;
use crate::faults::Faults;
use crate::outside::Outside;

/// The simulated Planfix. A clone is another handle to the same account.
#[derive(Clone)]
pub struct Planfix {
    inner: Arc<Inner>,
}

struct Inner {
    clock: Arc<dyn Clock>,
    changes: Changes,
    faults: Faults,
    outside: Outside,
    state: Mutex<State>,
}

impl Planfix {
    /// «Ромашка» on its first day.
    pub(crate) fn new(clock: Arc<dyn Clock>, changes: Changes) -> Self {
        let outside = Outside::new("Planfix/sandbox");
        let (faults, state) = (Faults::new(), Mutex::new(State::new()));
        Self { inner: Arc::new(Inner { clock, changes, faults, outside, state }) }
    }

    /// The switchboard of faults of both doors.
    pub fn faults(&self) -> &Faults {
        &self.inner.faults
    }

    /// Forgets everything that happened, mends every fault and takes back every trick; tokens,
    /// addresses and what else the administrator set up stay.
    pub fn reset(&self) {
        self.inner.faults.clear();
        self.change(|state| {
            let settings = state.company.settings.clone().without_tricks();
            *state = State::new();
            state.company.settings = settings;
        });
    }

    /// `/planfix/rest/…`, `/planfix/tel/api`, `/planfix/webchat/api` and `/control/planfix/…`.
    pub fn router(&self) -> Router {
        doors::router(self.clone()).merge(control::router(self.clone()))
    }

    fn clock(&self) -> &dyn Clock {
        self.inner.clock.as_ref()
    }

    /// Works on the state and tells the watchers.
    fn change<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        let now = self.clock().now();
        let (outcome, wakes) = {
            let mut state = self.lock();
            let outcome = work(&mut state);
            (outcome, state.run_scenarios(now))
        };
        self.inner.changes.touch();
        if wakes {
            self.serve_scenarios();
        }
        outcome
    }

    /// Looks at the state, promised changes made first.
    fn look<T>(&self, view: impl FnOnce(&State) -> T) -> T {
        let now = self.clock().now();
        let mut state = self.lock();
        if state.make_due_changes(now) {
            self.inner.changes.touch();
        }
        view(&state)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
