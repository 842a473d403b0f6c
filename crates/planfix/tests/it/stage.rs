//! A Planfix that answers as it is told and keeps what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ambient::{Clock, ManualClock};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use planfix::{Chat, Rest, Telephony, chat, rest, telephony};
use secrecy::SecretString;
use serde_json::Value;
use tokio::net::TcpListener;
use upstream::{Budget, BudgetOptions, Http, HttpOptions, MemoryLedger, Share, SharedBudget};
use url::Url;

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Asked {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// An answer to be given.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: String,
}

/// An answer with this status and body.
pub(crate) fn answer(status: u16, body: impl Into<String>) -> Answer {
    Answer { status, headers: Vec::new(), body: body.into() }
}

/// HTTP 200 with this JSON.
pub(crate) fn ok(body: impl ToString) -> Answer {
    answer(200, body.to_string())
}

/// No answer at all: the connection stays open and silent.
pub(crate) fn silence() -> Answer {
    answer(SILENCE, "")
}

/// No HTTP status, so it can't be meant for one.
const SILENCE: u16 = 0;

impl Answer {
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

thread_local! {
    /// Reading the machine's root certificates takes longer than a test; a thread is a test's own.
    static HTTP: Http = Http::new(HttpOptions { allow_private: true }).unwrap();
}

/// What Planfix has been asked, and what it shall answer next; the last answer is given for ever.
#[derive(Default)]
struct Script {
    answers: VecDeque<Answer>,
    asked: Vec<Asked>,
}

impl Script {
    fn next(&mut self, asked: Asked) -> Option<Answer> {
        self.asked.push(asked);
        if self.answers.len() > 1 {
            self.answers.pop_front()
        } else {
            self.answers.front().cloned()
        }
    }
}

/// The account on the stage, and our clients of it.
pub(crate) struct Stage {
    script: Arc<Mutex<Script>>,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) budget: Arc<SharedBudget>,
    pub(crate) rest: Rest,
    pub(crate) telephony: Telephony,
    pub(crate) chat: Chat,
    /// Where it stands.
    pub(crate) base: Url,
}

pub(crate) fn start() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

impl Stage {
    /// An account that gives these answers in order.
    pub(crate) async fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        let script = Script { answers: answers.into_iter().collect(), asked: Vec::new() };
        let script = Arc::new(Mutex::new(script));
        let base = open(Arc::clone(&script)).await;
        let clock = Arc::new(ManualClock::at(start()));
        let patience = SignedDuration::from_hours(100);
        let options = BudgetOptions { patience, ..BudgetOptions::default() };
        let share = Share {
            ledger: Arc::new(MemoryLedger::default()),
            account: "example.planfix.ru".to_owned(),
            node: "local".to_owned(),
        };
        let budget = Arc::new(SharedBudget::new(share, clock.clone(), options));
        let http = HTTP.with(Http::clone);
        let account = rest::Account {
            url: base.join("rest/").unwrap(),
            token: SecretString::from("rest-token"),
            deadline: Duration::from_secs(20),
        };
        let shared: Arc<dyn Budget> = budget.clone();
        let ticking: Arc<dyn Clock> = clock.clone();
        let rest = Rest::new(http.clone(), account, shared, ticking);
        let account = telephony::Account {
            url: base.join("tel/api").unwrap(),
            token: SecretString::from("tel-token"),
            deadline: Duration::from_secs(20),
        };
        let door = chat::Account {
            url: base.join("webchat/api").unwrap(),
            token: SecretString::from("chat-token"),
            deadline: Duration::from_secs(20),
        };
        let chat = Chat::new(http.clone(), door, chat::ProviderId("svyazka".to_owned()));
        let telephony = Telephony::new(http, account);
        Self { script, clock, budget, rest, telephony, chat, base }
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.script.lock().unwrap().asked.clone()
    }

    /// The only request so far.
    pub(crate) fn only_asked(&self) -> Asked {
        let [asked] = <[Asked; 1]>::try_from(self.asked()).unwrap();
        asked
    }
}

async fn open(script: Arc<Mutex<Script>>) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().fallback(play).with_state(script);
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/").parse().unwrap()
}

async fn play(
    State(script): State<Arc<Mutex<Script>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (path, query) = (uri.path().to_owned(), uri.query().unwrap_or_default().to_owned());
    let body = String::from_utf8(body.to_vec()).unwrap();
    let Some(given) = script.lock().unwrap().next(Asked { method, path, query, headers, body })
    else {
        return StatusCode::NOT_IMPLEMENTED.into_response();
    };
    if given.status == SILENCE {
        std::future::pending::<()>().await;
    }
    let mut response = (StatusCode::from_u16(given.status).unwrap(), given.body).into_response();
    response.headers_mut().remove("content-type");
    for (name, value) in given.headers {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    response
}
