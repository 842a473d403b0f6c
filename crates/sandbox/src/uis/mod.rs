//! The simulated UIS: the company's phones, the Data API and the notification sender.

mod agenda;
mod call_api;
pub mod calls;
pub mod chat;
pub mod company;
mod control;
mod data_api;
pub mod deals;
mod going_on;
pub mod leads;
mod manager;
mod moment;
pub mod notify;
mod play;
pub mod romashka;
mod rpc;
pub mod script;
pub mod settings;
mod state;
mod wish;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use axum::Router;
use url::Url;

pub use agenda::Agenda;
pub use leads::Lead;
pub use manager::{Asked, Verdict};
pub use play::Speed;
pub use script::Script;
pub use settings::{Begun, Limits, Ordered, ReportLag, Settings};

use crate::Changes;
use crate::faults::Faults;
use crate::ledger::Ledger;
use calls::{LiveCall, ReportedCall};
use company::Company;
use notify::{Sender, Sent};
use state::State;

/// A simulated UIS. A clone is another handle to the same one.
#[derive(Clone)]
pub struct Uis {
    clock: Arc<dyn Clock>,
    changes: Changes,
    faults: Faults,
    sender: Sender,
    state: Arc<Mutex<State>>,
    /// Held by whoever carries callbacks: they go one after the other.
    courier: Arc<tokio::sync::Mutex<()>>,
}

impl Uis {
    /// The seeded company, before its first call.
    pub fn new(clock: Arc<dyn Clock>, changes: Changes) -> Self {
        Self {
            clock,
            changes,
            faults: Faults::new(),
            sender: Sender::new(),
            state: Arc::new(Mutex::new(State::new())),
            courier: Arc::default(),
        }
    }

    /// Where notifications go from now on.
    pub fn set_webhook(&self, target: Url) {
        self.configure(|settings| settings.webhook = Some(target));
    }

    /// Forgets the calls, mends every fault and takes back every trick; where notifications go and
    /// how they look stays as the customer configured it.
    pub fn reset(&self) {
        self.faults.clear();
        self.change(State::forget);
    }

    /// Changes the switches.
    pub fn configure(&self, change: impl FnOnce(&mut Settings)) {
        self.change(|state| change(&mut state.settings));
    }

    /// The switches as they stand.
    pub fn settings(&self) -> Settings {
        self.lock().settings.clone()
    }

    /// The company as UIS knows it.
    pub fn company(&self) -> Company {
        self.lock().company.clone()
    }

    /// Changes the company: hires somebody, renames a tag.
    pub fn change_company(&self, change: impl FnOnce(&mut Company)) {
        self.change(|state| change(&mut state.company));
    }

    /// The permanent key of the Data API and the Call API.
    pub fn access_token(&self) -> &'static str {
        self.lock().company.account.access_token
    }

    /// Calls going on.
    pub fn live_calls(&self) -> Vec<LiveCall> {
        self.lock().live.values().cloned().collect()
    }

    /// Calls that are over, oldest first, whether the reports show them yet or not.
    pub fn finished_calls(&self) -> Vec<ReportedCall> {
        self.lock().reported.clone()
    }

    /// What was sent and what was answered, oldest first; the last thousand.
    pub fn notifications(&self) -> Vec<Sent> {
        self.lock().log.lines().cloned().collect()
    }

    /// Makes the phones of an employee (extension, id or full name) ring, or none of them.
    pub fn set_phones_active(&self, who: &str, active: bool) {
        self.change_company(|company| {
            let employees = company.employees.iter_mut();
            for employee in employees.filter(|employee| employee.is_called(who)) {
                employee.set_phones_active(active);
            }
        });
    }

    /// What analytics knows of deals, uploads that are due included.
    pub fn deals(&self) -> deals::Deals {
        let now = self.clock.now();
        self.change(|state| {
            state.deals.settle(now);
            state.deals.clone()
        })
    }

    /// Changes what analytics knows of deals, as a person does in UIS's own pages.
    pub fn change_deals(&self, change: impl FnOnce(&mut deals::Deals)) {
        self.change(|state| change(&mut state.deals));
    }

    /// What came to the Data API and the Call API.
    pub fn ledger(&self) -> Ledger {
        self.lock().ledger.clone()
    }

    /// The fault switchboard of the Data API and the Call API.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The Data API at `/v2.0`, the Call API at `/v4.0`, the Chat API at `/chat` and recordings at
    /// `/media`.
    pub fn router(&self) -> Router {
        data_api::router(self.clone())
            .merge(call_api::router(self.clone()))
            .merge(chat::router(self))
    }

    /// What the page and scripts see and switch, below `/control`.
    pub(crate) fn control(&self) -> Router {
        control::router(self.clone()).merge(self.chats().control())
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.lock());
        self.changes.touch();
        result
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
