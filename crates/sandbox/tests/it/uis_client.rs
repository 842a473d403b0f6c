//! A client of the Data API.

use std::sync::Arc;

use ambient::ManualClock;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use sandbox::Sandbox;
use sandbox::uis::script::Step;
use sandbox::uis::{Agenda, Script, Uis};
use serde_json::{Value, json};
use tower::ServiceExt;

pub(crate) const TOKEN: &str = "sandbox-uis-token";

pub(crate) struct Api {
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) sandbox: Sandbox,
}

impl Api {
    pub(crate) fn new() -> Self {
        let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        Self { sandbox: Sandbox::new(clock.clone()), clock }
    }

    pub(crate) fn uis(&self) -> &Uis {
        self.sandbox.uis()
    }

    pub(crate) async fn send(&self, body: impl Into<Body>) -> (StatusCode, String) {
        self.send_to("v2.0", body).await
    }

    pub(crate) async fn send_to(
        &self,
        version: &str,
        body: impl Into<Body>,
    ) -> (StatusCode, String) {
        let request = Request::post(format!("/uis/{version}")).body(body.into()).unwrap();
        let response = self.sandbox.router().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    pub(crate) async fn call(&self, method: &str, params: Value) -> Value {
        self.call_at("v2.0", method, params).await
    }

    async fn call_at(&self, version: &str, method: &str, params: Value) -> Value {
        let body = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let (status, body) = self.send_to(version, body.to_string()).await;
        assert_eq!(status, StatusCode::OK);
        serde_json::from_str(&body).unwrap()
    }

    /// A call with the key among its parameters.
    pub(crate) async fn ask(&self, method: &str, mut params: Value) -> Value {
        params["access_token"] = json!(TOKEN);
        self.call(method, params).await
    }

    pub(crate) async fn refusal(&self, method: &str, params: Value) -> String {
        let answer = self.ask(method, params).await;
        answer["error"]["data"]["mnemonic"].as_str().unwrap_or("answered").to_owned()
    }

    /// A call of the Call API with the key among its parameters.
    pub(crate) async fn order(&self, method: &str, mut params: Value) -> Value {
        params["access_token"] = json!(TOKEN);
        self.call_at("v4.0", method, params).await
    }

    /// What the Call API says: the mnemonic of its refusal, or `done`.
    pub(crate) async fn says(&self, method: &str, params: Value) -> String {
        let answer = self.order(method, params).await;
        answer["error"]["data"]["mnemonic"].as_str().unwrap_or("done").to_owned()
    }

    /// Lets what began with a request happen, up to the step before which `stop` holds.
    pub(crate) async fn goes_on_until(&self, stop: impl Fn(&Step) -> bool) {
        let mut agenda = Agenda::of(self.uis().take_started());
        while let Some(step) = agenda.next() {
            if stop(&step) {
                return;
            }
            agenda.add(self.uis().perform(step).await);
        }
    }

    /// Lets what began with a request happen.
    pub(crate) async fn goes_on(&self) {
        self.goes_on_until(|_| false).await;
    }

    pub(crate) async fn report(&self, extra: Value) -> Value {
        let mut params = day();
        params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        self.ask("get.calls_report", params).await
    }
}

pub(crate) fn day() -> Value {
    json!({"date_from": "2026-03-02 00:00:00", "date_till": "2026-03-02 23:59:59"})
}

pub(crate) fn call_of(phone: &str) -> Script {
    Script::incoming(phone).rings("101").answered_by("101").talks_secs(42).recorded()
}
