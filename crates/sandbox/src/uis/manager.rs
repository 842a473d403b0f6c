//! Asks the customer's CRM for the caller's personal manager (interactive call processing).

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use url::Url;

use super::Uis;
use super::calls::SessionId;
use super::notify::{Carrier, Outcome, shuffle};
use super::script::{Question, Reply, Step};

/// How many questions are remembered.
const KEPT: usize = 200;

/// A question that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Grows by one with each question.
    pub number: u64,
    /// When it was asked.
    pub at: Timestamp,
    /// The call it is about.
    pub session: SessionId,
    /// GET, POST JSON or POST form.
    pub carrier: Carrier,
    /// The parameters in the order in which they were sent.
    pub parameters: Vec<(&'static str, String)>,
    /// What became of it.
    pub outcome: Outcome,
    /// How the call goes on.
    pub verdict: Verdict,
}

/// What UIS made of the reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Verdict {
    /// These numbers are rung.
    Rings {
        /// The numbers.
        phones: Vec<String>,
    },
    /// The exit «Персональный CRM менеджер не назначен».
    NotAssigned,
    /// The exit «Переадресация не удалась».
    Failed,
}

impl Uis {
    /// Whom UIS asks from now on.
    pub fn set_personal_manager(&self, url: Url) {
        self.configure(|settings| settings.personal_manager.url = Some(url));
    }

    /// The questions asked, oldest first.
    pub fn questions(&self) -> Vec<Asked> {
        self.lock().questions.clone()
    }

    /// Asks, and gives the steps of the call after the reply.
    pub(super) async fn ask_for_manager(&self, question: &Question, after: i64) -> Vec<Step> {
        let settings = self.settings().personal_manager;
        let at = self.clock.now();
        let parameters = self.change(|state| {
            let drawn = settings.seed.wrapping_add(state.questions_asked);
            state.questions_asked += 1;
            let mut parameters = question.parameters.clone();
            shuffle(&mut parameters, drawn);
            parameters
        });
        let patience = Duration::from_millis(settings.patience_ms);
        let outcome = match &settings.url {
            Some(url) => self.sender.ask(url, settings.carrier, &parameters, patience).await,
            None => Outcome::NowhereToSend,
        };
        let reply = understood(&outcome);
        let (session, carrier) = (question.session, settings.carrier);
        let verdict = Verdict::of(&reply);
        self.change(|state| {
            let number = state.questions_asked;
            let asked = Asked { number, at, session, carrier, parameters, outcome, verdict };
            state.questions.push(asked);
            if state.questions.len() > KEPT {
                state.questions.remove(0);
            }
            state.go_on(question, &reply, after)
        })
    }
}

impl Verdict {
    fn of(reply: &Reply) -> Self {
        match reply {
            Reply::Phones(phones) => Self::Rings { phones: phones.clone() },
            Reply::Nobody => Self::NotAssigned,
            Reply::Nonsense => Self::Failed,
        }
    }
}

/// HTTP 200 with a JSON object: the numbers in `phones`, or no instruction.
fn understood(outcome: &Outcome) -> Reply {
    let body = match outcome {
        Outcome::Answered { status: 200, body } => body,
        Outcome::NowhereToSend => return Reply::Nobody,
        Outcome::Answered { .. } | Outcome::Failed { .. } | Outcome::Lost => {
            return Reply::Nonsense;
        }
    };
    let Ok(Value::Object(reply)) = serde_json::from_str(body) else { return Reply::Nonsense };
    match reply.get("phones") {
        None => Reply::Nobody,
        Some(Value::Array(phones)) if phones.is_empty() => Reply::Nobody,
        Some(Value::Array(phones)) => {
            let phones: Option<Vec<String>> =
                phones.iter().map(|phone| phone.as_str().map(str::to_owned)).collect();
            phones.map_or(Reply::Nonsense, Reply::Phones)
        }
        Some(_) => Reply::Nonsense,
    }
}
