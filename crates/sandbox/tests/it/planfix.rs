//! A client of the simulated Planfix, as plain as a client can be.

use std::sync::Arc;

use ambient::ManualClock;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use jiff::Timestamp;
use sandbox::Sandbox;
use sandbox::planfix::Planfix;
use serde_json::{Value, json};
use tower::ServiceExt;

pub(crate) const PHONE: &str = "79031234567";
pub(crate) const LINK: &str = "https://records.example/1001.mp3";

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    /// Status and Planfix's own code of a refusal.
    pub(crate) fn refusal(&self) -> (u16, u64) {
        let body = self.json();
        assert_eq!(body["result"], "fail");
        (self.status, body["code"].as_u64().unwrap())
    }
}

/// The company «Ромашка» on 2 March 2026, noon in Moscow.
pub(crate) struct Account {
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) sandbox: Sandbox,
    pub(crate) planfix: Planfix,
    pub(crate) token: &'static str,
}

pub(crate) fn account() -> Account {
    let noon: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::at(noon));
    let sandbox = Sandbox::new(clock.clone());
    let planfix = sandbox.planfix().clone();
    Account { clock, sandbox, planfix, token: "sandbox-rest-token" }
}

impl Account {
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.sandbox.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        Answer { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(format!("/planfix/rest/{path}"))
            .header("Authorization", format!("Bearer {}", self.token));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        let request = Request::post(format!("/planfix/rest/{path}"))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Content-Type", "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Creates something and gives its id.
    pub(crate) async fn create(&self, path: &str, body: Value) -> u64 {
        let answer = self.post(path, body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()["id"].as_u64().unwrap()
    }

    /// The ids a list gives.
    pub(crate) async fn ids(&self, path: &str, body: Value) -> Vec<u64> {
        let answer = self.post(path, body).await.json();
        let rows = answer.as_object().unwrap().values().find_map(Value::as_array).unwrap();
        rows.iter().map(|row| row["id"].as_u64().unwrap()).collect()
    }

    /// A telephony command with the right token.
    pub(crate) async fn tel(&self, parameters: &[(&str, &str)]) -> Answer {
        let token = ("planfix_token", "sandbox-telephony-token");
        let all: Vec<&(&str, &str)> = parameters.iter().chain([&token]).collect();
        self.tel_exactly(serde_urlencoded::to_string(all).unwrap()).await
    }

    pub(crate) async fn tel_exactly(&self, form: String) -> Answer {
        let request = Request::post("/planfix/tel/api")
            .header("Content-Type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form)).unwrap()).await
    }

    /// A person with a phone number, made over REST.
    pub(crate) async fn person(&self, name: &str, phone: &str) -> u64 {
        let phones = json!([{"number": phone, "type": 1}]);
        self.create("contact/", json!({"template": {"id": 1}, "name": name, "phones": phones}))
            .await
    }

    pub(crate) fn ledger(&self) -> String {
        self.planfix.ledger().to_string()
    }

    pub(crate) fn assert_no_violations(&self) {
        assert_eq!(self.planfix.ledger().violations().to_string(), "");
    }
}

/// Call 1001, told step by step.
impl Account {
    pub(crate) async fn incoming(&self, ext: &str) {
        let line = "74950236854";
        self.event(&[("type", "in"), ("event", "INCOMING"), ("ext", ext), ("diversion", line)])
            .await;
    }

    pub(crate) async fn accepted(&self, ext: &str) {
        self.event(&[("type", "in"), ("event", "ACCEPTED"), ("ext", ext)]).await;
    }

    pub(crate) async fn completed(&self, ext: &str, status: &str, seconds: &str) {
        self.ended(ext, status, &[("duration", seconds), ("is_recorded", "0")]).await;
    }

    pub(crate) async fn talked(&self, ext: &str, is_recorded: &str) {
        self.ended(ext, "Success", &[("duration", "42"), ("is_recorded", is_recorded)]).await;
    }

    pub(crate) async fn ended(&self, ext: &str, status: &str, facts: &[(&str, &str)]) {
        let end = [("type", "in"), ("event", "COMPLETED"), ("ext", ext), ("status", status)];
        self.event(&[&end[..], facts].concat()).await;
    }

    /// Sends the recording's address; gives what came of it.
    pub(crate) async fn record(&self) -> String {
        self.tel(&[("cmd", "record"), ("callid", "1001"), ("record_link", LINK)]).await;
        self.planfix.ledger().entries().last().unwrap().effects.join("; ")
    }

    pub(crate) async fn event(&self, parameters: &[(&str, &str)]) {
        let common = [("cmd", "event"), ("phone", PHONE), ("callid", "1001")];
        let answer = self.tel(&[&common[..], parameters].concat()).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    }
}
