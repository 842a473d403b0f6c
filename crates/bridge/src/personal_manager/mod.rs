//! The personal manager: UIS asks during a call whom to ring, and we answer with the phones of the
//! contact's owner.

mod lookup;
mod note;

use std::sync::Arc;
use std::time::Duration;

use ambient::Clock;
use domain::calls::CallFacts;
use domain::decide::{Admission, admit_call};
use domain::ids::CallSessionId;
use domain::phone::Phone;
use engine::Engine;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};

use crate::accounts::{Account, Accounts};
use crate::calls;

pub use note::ManagerNote;

/// UIS waits for an answer while the client hears tones.
const DEADLINE: Duration = Duration::from_millis(1800);
/// How much of it Planfix may take; the rest is for finding the phones and telling the journal.
const ASKING: Duration = Duration::from_millis(1400);

/// Answers UIS's question whom to ring.
#[derive(Clone)]
pub struct Managers {
    engine: Arc<Engine>,
    accounts: Arc<Accounts>,
    clock: Arc<dyn Clock>,
}

/// What UIS asks with (interactive call processing).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// `numa`: who calls.
    pub caller: Option<Phone>,
    /// `numb`: the number that was dialled.
    pub dialled: Option<Phone>,
    /// `call_session_id`, where the administrator ticked it.
    pub call: Option<CallSessionId>,
}

impl Question {
    /// Reads the parameters, in any order and from wherever they come.
    pub fn read(fields: &[(String, String)]) -> Self {
        let get = |name: &str| {
            fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
        };
        Self {
            caller: get("numa").and_then(Phone::parse),
            dialled: get("numb").and_then(Phone::parse),
            call: get("call_session_id").and_then(|text| text.parse().ok()),
        }
    }
}

impl Managers {
    pub(crate) fn new(engine: Arc<Engine>, accounts: Arc<Accounts>, clock: Arc<dyn Clock>) -> Self {
        Self { engine, accounts, clock }
    }

    /// The phones of the manager in the order to ring them; empty when there is none, the feature is
    /// off, or it could not be found out in time.
    pub async fn phones(&self, connection: ConnectionId, question: &Question) -> Vec<String> {
        let found = tokio::time::timeout(DEADLINE, self.find(connection, question)).await;
        let note = found.unwrap_or(ManagerNote::TooLate);
        let phones = note.phones().to_vec();
        self.remember(connection, question, note).await;
        phones
    }

    async fn find(&self, connection: ConnectionId, question: &Question) -> ManagerNote {
        let account = match self.accounts.get(connection).await {
            Ok(account) => account,
            Err(failure) => return ManagerNote::Failed { failure },
        };
        match excluded(&account, question, self.clock.now()) {
            Some(note) => note,
            None => lookup::manager(&account, question).await,
        }
    }

    /// Puts the answer into the call's story. It is a matter of the journal only: when it can't be
    /// stored the client is put through all the same.
    async fn remember(&self, connection: ConnectionId, question: &Question, note: ManagerNote) {
        let Some(call) = question.call else { return };
        let Ok(payload) = serde_json::to_value(&note) else { return };
        let event = NewEvent {
            connection,
            lane: LaneKey::new(calls::LANE, call),
            kind: calls::MANAGER_ASKED.to_owned(),
            dedup: DedupKey::new(format!("manager/{call}")),
            payload,
            received_at: self.clock.now(),
        };
        if let Err(error) = self.engine.accept(event).await {
            tracing::warn!(%error, "the personal manager's answer is not in the journal");
        }
    }
}

/// Why nobody is to be looked for at all.
fn excluded(account: &Account, question: &Question, now: jiff::Timestamp) -> Option<ManagerNote> {
    let telephony = &account.settings.telephony;
    if !telephony.enabled || !telephony.incoming.personal_manager {
        return Some(ManagerNote::Off);
    }
    let mut facts = CallFacts::new(question.call.unwrap_or(CallSessionId(0)), now);
    facts.direction = Some(domain::calls::Direction::In);
    facts.phone.clone_from(&question.caller);
    facts.virtual_number.clone_from(&question.dialled);
    match admit_call(telephony, &facts) {
        Admission::Excluded { explanation } => Some(ManagerNote::Excluded { explanation }),
        Admission::Passed { .. } | Admission::Open { .. } => None,
    }
}
