//! A UIS that answers what the test says, and remembers what it was asked.

use std::sync::{Arc, Mutex};

use ambient::ManualClock;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use domain::failure::{Class, Failure};
use serde_json::{Value, json};
use uis::call_api::CallApi;
use uis::data_api::{Credentials, DataApi};
use upstream::{Http, HttpOptions};

/// Makes an answer's members (`result` or `error`) of a request's method and parameters.
type Script = Box<dyn FnMut(&str, &Value) -> Answer + Send>;

/// What the server sends.
pub(crate) enum Answer {
    /// JSON-RPC under HTTP 200; the envelope's other members are added.
    Rpc(Value),
    /// Anything else.
    Raw(u16, &'static str, String),
}

pub(crate) struct Uis {
    pub(crate) api: Arc<DataApi>,
    pub(crate) calls: CallApi,
    pub(crate) clock: Arc<ManualClock>,
    asked: Arc<Mutex<Vec<Value>>>,
}

struct Shared {
    script: Mutex<Script>,
    asked: Arc<Mutex<Vec<Value>>>,
}

impl Uis {
    /// A server, and clients of both its services with a permanent token.
    pub(crate) async fn start(script: impl FnMut(&str, &Value) -> Answer + Send + 'static) -> Self {
        Self::start_for(Credentials::Token("key".into()), script).await
    }

    pub(crate) async fn start_for(
        credentials: Credentials,
        script: impl FnMut(&str, &Value) -> Answer + Send + 'static,
    ) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let shared = Shared { script: Mutex::new(Box::new(script)), asked: Arc::clone(&asked) };
        let app = Router::new()
            .route("/v2.0", post(answer))
            .route("/v4.0", post(answer))
            .with_state(Arc::new(shared));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let url = |version: &str| format!("{origin}/{version}").parse().unwrap();
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });

        let http = Http::new(HttpOptions { allow_private: true }).unwrap();
        let clock = Arc::new(ManualClock::at("2026-03-01T09:00:00Z".parse().unwrap()));
        let calls = CallApi::new(http.clone(), url("v4.0"), credentials.clone(), clock.clone());
        let api = Arc::new(DataApi::new(http, url("v2.0"), credentials, clock.clone()));
        Self { api, calls, clock, asked }
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<Value> {
        self.asked.lock().unwrap().clone()
    }

    /// The methods asked for so far.
    pub(crate) fn methods(&self) -> Vec<String> {
        let name = |request: &Value| request["method"].as_str().unwrap().to_owned();
        self.asked().iter().map(name).collect()
    }
}

async fn answer(State(shared): State<Arc<Shared>>, body: Bytes) -> Response {
    let request: Value = serde_json::from_slice(&body).unwrap();
    shared.asked.lock().unwrap().push(request.clone());
    let method = request["method"].as_str().unwrap();
    match (shared.script.lock().unwrap())(method, &request["params"]) {
        Answer::Rpc(mut members) => {
            members["jsonrpc"] = "2.0".into();
            if members.get("id").is_none() {
                members["id"] = request["id"].clone();
            }
            axum::Json(members).into_response()
        }
        Answer::Raw(status, kind, body) => {
            let status = StatusCode::from_u16(status).unwrap();
            (status, [(header::CONTENT_TYPE, kind)], body).into_response()
        }
    }
}

/// All rows at once.
pub(crate) fn rows(rows: impl Into<Vec<Value>>) -> Answer {
    let rows = rows.into();
    let total = rows.len();
    Answer::Rpc(json!({ "result": { "data": rows, "metadata": { "total_items": total } } }))
}

/// An error with a mnemonic.
pub(crate) fn error(code: i64, mnemonic: &str) -> Answer {
    error_with(code, "Что-то не так", json!({ "mnemonic": mnemonic }))
}

pub(crate) fn error_with(code: i64, message: &str, data: Value) -> Answer {
    let mut error = json!({ "code": code, "message": message });
    error["data"] = data;
    Answer::Rpc(json!({ "error": error }))
}

/// A result without rows.
pub(crate) fn data(data: Value) -> Answer {
    let mut result = json!({});
    result["data"] = data;
    Answer::Rpc(json!({ "result": result }))
}

/// That a failure has this class and code, and its message these words.
#[track_caller]
pub(crate) fn assert_failure(failure: &Failure, class: &Class, code: &str, words: &str) {
    assert_eq!((&failure.class, failure.code.as_str()), (class, code), "{}", failure.message);
    assert!(failure.message.contains(words), "{}", failure.message);
}
