//! A Chat API that answers what the test says, and remembers what it was asked.

use std::sync::{Arc, Mutex};

use ambient::ManualClock;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::chats::{ChannelId, ChatId, UisAccountId};
use domain::ids::UisEmployeeId;
use serde_json::{Value, json};
use uis::chat_api::{AdapterLogin, ChatApi, ChatPlace, OutgoingMessage};
use upstream::{Http, HttpOptions};

/// What the server sends: status, MIME type, body.
pub(crate) type Answer = (u16, &'static str, Vec<u8>);

type Script = Box<dyn FnMut(&Asked) -> Answer + Send>;

/// What the server was asked.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) line: String,
    pub(crate) token: Option<String>,
    pub(crate) kind: String,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

pub(crate) struct Chats {
    pub(crate) api: Arc<ChatApi>,
    pub(crate) clock: Arc<ManualClock>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

struct Shared {
    script: Mutex<Script>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Chats {
    /// A server that signs everybody in for an hour and answers everything else by the script.
    pub(crate) async fn start(mut script: impl FnMut(&Asked) -> Answer + Send + 'static) -> Self {
        let mut issued = 0;
        Self::start_bare(move |asked| {
            if asked.line != "POST /v1/adapter/login" {
                return script(asked);
            }
            issued += 1;
            // 2026-03-01T10:00:00Z: an hour after the clock's start.
            ok(&json!({
                "access_token": format!("token-{issued}"),
                "token_type": "bearer",
                "expires_at": 1_772_359_200,
            }))
        })
        .await
    }

    /// A server whose script answers the sign-in too.
    pub(crate) async fn start_bare(script: impl FnMut(&Asked) -> Answer + Send + 'static) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let shared = Shared { script: Mutex::new(Box::new(script)), asked: Arc::clone(&asked) };
        let app = Router::new().fallback(answer).with_state(Arc::new(shared));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });

        let http = Http::new(HttpOptions { allow_private: true }).unwrap();
        let clock = Arc::new(ManualClock::at("2026-03-01T09:00:00Z".parse().unwrap()));
        let login = AdapterLogin { login: "svyazka".to_owned(), password: "se cret&".into() };
        let api = Arc::new(ChatApi::new(http, url, login, clock.clone()));
        Self { api, clock, asked }
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// Their methods and paths.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.line).collect()
    }

    /// The last one.
    pub(crate) fn last(&self) -> Asked {
        self.asked().pop().unwrap()
    }
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap().to_owned());
    let asked = Asked {
        line: format!("{method} {}", uri.path()),
        token: text(header::AUTHORIZATION),
        kind: text(header::CONTENT_TYPE).unwrap_or_default(),
        body: body.to_vec(),
    };
    shared.asked.lock().unwrap().push(asked.clone());
    let (status, kind, body) = (shared.script.lock().unwrap())(&asked);
    (StatusCode::from_u16(status).unwrap(), [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// A JSON answer with status 200.
pub(crate) fn ok(body: &Value) -> Answer {
    status(200, body)
}

/// A JSON answer.
pub(crate) fn status(status: u16, body: &Value) -> Answer {
    (status, "application/json", body.to_string().into_bytes())
}

pub(crate) fn place() -> ChatPlace {
    ChatPlace { account: UisAccountId(101), channel: ChannelId(7), chat: ChatId(55) }
}

pub(crate) fn a_message() -> OutgoingMessage {
    OutgoingMessage {
        place: place(),
        operator: UisEmployeeId(3),
        text: "Добрый день!".to_owned(),
        reply_to: None,
        attachment: None,
        context: None,
    }
}
