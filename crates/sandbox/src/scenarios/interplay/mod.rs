//! Cases in which the program is asked something and its answer decides how the case goes on: a
//! click in Planfix, a question for the personal manager, a synchronisation, a lead.

mod click_answered;
mod click_busy;
mod click_silent;
mod employees;
mod lead_anonymous;
mod lead_first;
mod lead_known_email;
mod lead_repeat;
mod lead_told_twice;
mod lead_twice;
mod lead_with_call;
mod personal_manager;
mod personal_manager_none;
mod personal_manager_silent;
mod personal_manager_slow;

use futures::future::BoxFuture;
use serde::Serialize;

use super::{Group, Text};
use crate::Sandbox;
use crate::faults::Injection;
use crate::planfix::{NewContact, NewTask, Outcome, Subject};
use crate::uis::script::Step;
use crate::uis::{Begun, Ordered, Script, Speed};

/// How a case begins: the steps that are to be let happen, or why it did not begin.
pub type Beginning = Result<Vec<Step>, String>;

/// A case in which both sides and the program take part.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Interplay {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its heading.
    pub group: Group,
    /// Its title.
    pub title: Text,
    /// What should be seen.
    pub sees: Text,
    /// The customer's number when no other is given, E.164 digits.
    pub phone: &'static str,
    /// Prepares both sides and lets it begin.
    #[serde(skip)]
    begins: fn(Sandbox, String) -> BoxFuture<'static, Beginning>,
    /// What of Planfix is out of order meanwhile.
    #[serde(skip)]
    fault: Option<fn() -> Injection>,
}

/// All of them, in the order of the page.
pub const INTERPLAYS: [&Interplay; 15] = [
    &click_answered::INTERPLAY,
    &click_busy::INTERPLAY,
    &click_silent::INTERPLAY,
    &personal_manager::INTERPLAY,
    &personal_manager_silent::INTERPLAY,
    &personal_manager_none::INTERPLAY,
    &personal_manager_slow::INTERPLAY,
    &employees::INTERPLAY,
    &lead_first::INTERPLAY,
    &lead_repeat::INTERPLAY,
    &lead_known_email::INTERPLAY,
    &lead_twice::INTERPLAY,
    &lead_with_call::INTERPLAY,
    &lead_told_twice::INTERPLAY,
    &lead_anonymous::INTERPLAY,
];

/// The interplay with this id.
pub fn find_interplay(id: &str) -> Option<&'static Interplay> {
    INTERPLAYS.into_iter().find(|interplay| interplay.id == id)
}

impl Interplay {
    /// Prepares both sides and lets it begin, for those who want to take the steps one by one. The
    /// steps may bring others, see [`Agenda`](crate::uis::Agenda). There are none while the sandbox
    /// itself plays what begins with a request, see [`Uis::queue_started`](crate::uis::Uis::queue_started).
    ///
    /// What it puts out of order in Planfix stays so until [`Interplay::mend`].
    ///
    /// # Errors
    /// The words that the clicking employee reads.
    pub async fn begin(&self, sandbox: &Sandbox, phone: Option<&str>) -> Beginning {
        if let Some(fault) = self.fault {
            sandbox.planfix().faults().inject(fault());
        }
        let begun = (self.begins)(sandbox.clone(), phone.unwrap_or(self.phone).to_owned()).await;
        if begun.is_err() {
            self.mend(sandbox);
        }
        begun
    }

    /// Lets the steps happen, and mends what was put out of order.
    pub async fn play(&self, sandbox: &Sandbox, steps: Vec<Step>, speed: Speed) {
        let tricks = sandbox.uis().settings().tricks;
        sandbox.uis().play_steps(steps, speed, &tricks).await;
        self.mend(sandbox);
    }

    /// Mends what this interplay put out of order.
    pub fn mend(&self, sandbox: &Sandbox) {
        if let Some(fault) = self.fault {
            sandbox.planfix().faults().disarm(&fault());
        }
    }
}

/// A customer whom Planfix knows, with his number written as people write it.
fn known_customer(sandbox: &Sandbox, name: &str, phone: &str, owner: Option<u64>) -> (u64, String) {
    let planfix = sandbox.planfix();
    let known = planfix.contacts().into_iter().find(|contact| contact.has_phone(phone));
    if let Some(contact) = known {
        let as_written = contact.phones.iter().map(|own| own.number.clone()).next();
        return (contact.id, as_written.unwrap_or_default());
    }
    let written = as_people_write(phone);
    let new = NewContact { name, phone: Some(&written), owner, ..NewContact::default() };
    (planfix.add_contact(&new), written)
}

/// 79031234567 -> +7 (903) 123-45-67; anything else stays as it is.
fn as_people_write(phone: &str) -> String {
    let part = |range| phone.get(range);
    let parts = (part(1..4), part(4..7), part(7..9), part(9..11));
    match (phone.len(), parts) {
        (11, (Some(code), Some(first), Some(second), Some(third))) if phone.starts_with('7') => {
            format!("+7 ({code}) {first}-{second}-{third}")
        }
        _ => phone.to_owned(),
    }
}

/// An open request of this customer.
fn open_task(sandbox: &Sandbox, name: &str, contact: u64) -> u64 {
    let new = NewTask {
        name,
        object: Some(12),
        counterparty: Some(contact),
        assignee: Some(1),
        ..NewTask::default()
    };
    sandbox.planfix().add_task(&new)
}

/// Anna clicks the number; the call she orders goes on as `ordered` says.
async fn click(sandbox: &Sandbox, phone: &str, from: Subject, ordered: Ordered) -> Beginning {
    let uis = sandbox.uis();
    let usual = uis.settings().call_api.ordered;
    uis.configure(|settings| settings.call_api.ordered = ordered);
    let outcome: Outcome = sandbox.planfix().click_to_call(1, phone, from).await;
    uis.configure(|settings| settings.call_api.ordered = usual);
    if !outcome.is_accepted() {
        return Err(outcome.shown());
    }
    match uis.settings().call_api.begun {
        Begun::Played => Ok(Vec::new()),
        Begun::Queued => Ok(uis.take_started()),
    }
}

/// A call that asks for the personal manager; by either exit it goes to the sales department.
fn to_manager(phone: &str) -> Script {
    let sales = |exit: Script| exit.rings_all(["101", "102"]);
    Script::incoming(phone)
        .asks_personal_manager()
        .when_not_assigned(sales)
        .when_failed(sales)
        .answered()
        .talks_secs(25)
        .recorded()
}
