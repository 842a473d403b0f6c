//! An adapter's server that takes callbacks, and the sandbox that sends them.

use std::sync::{Arc, Mutex};

use ambient::ManualClock;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use sandbox::Sandbox;
use sandbox::uis::chat::{Act, Chats, Retries, WebhookAuth, Who};
use serde_json::Value;

/// A callback as the adapter got it.
#[derive(Debug, Clone)]
pub(crate) struct Got {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) auth: Option<String>,
    pub(crate) body: Value,
    pub(crate) raw: Vec<u8>,
}

pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: Arc<ManualClock>,
    /// The sandbox's address.
    pub(crate) origin: String,
    adapter: Adapter,
}

#[derive(Clone, Default)]
struct Adapter {
    got: Arc<Mutex<Vec<Got>>>,
    /// Statuses of the next answers; 204 when there are none.
    answers: Arc<Mutex<Vec<u16>>>,
}

impl World {
    /// A connected adapter that has heard of the account and its channels.
    pub(crate) async fn new() -> Self {
        Self::with_auth(None).await
    }

    pub(crate) async fn with_auth(auth: Option<WebhookAuth>) -> Self {
        let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        let sandbox = Sandbox::new(clock.clone());
        let adapter = Adapter::default();
        let webhook = serve(Router::new().fallback(take).with_state(adapter.clone())).await;
        let origin = serve(sandbox.router()).await;
        let world = Self { sandbox, clock, origin, adapter };
        world.chats().configure(|settings| {
            settings.played = false;
            settings.retries = Retries { attempts: 3, pause_ms: 0 };
        });
        world.chats().connect(format!("{webhook}/hook/key/").parse().unwrap(), auth).await;
        world
    }

    pub(crate) fn chats(&self) -> Chats {
        self.sandbox.uis().chats()
    }

    pub(crate) fn who(&self, visitor: &str, kind: &str) -> Who {
        Who { visitor: visitor.to_owned(), channel: self.chats().channel(kind).unwrap() }
    }

    /// A visitor of the site writes; gives the chat.
    pub(crate) async fn site_visitor_writes(&self, text: &str) -> u64 {
        let who = self.who("v1", "comagic");
        self.chats().perform(&who, Act::Writes(text.to_owned())).await.unwrap();
        self.chats().all().last().unwrap().id
    }

    /// What the adapter will answer next.
    pub(crate) fn adapter_answers(&self, statuses: &[u16]) {
        *self.adapter.answers.lock().unwrap() = statuses.iter().rev().copied().collect();
    }

    /// Everything the adapter got so far.
    pub(crate) fn got(&self) -> Vec<Got> {
        self.adapter.got.lock().unwrap().clone()
    }

    /// Forgets what the adapter got so far.
    pub(crate) fn forget(&self) {
        self.adapter.got.lock().unwrap().clear();
    }

    /// What the adapter got, each in a word: `POST /message`.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.got().into_iter().map(|got| format!("{} {}", got.method, got.path)).collect()
    }
}

pub(crate) async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

async fn take(
    State(adapter): State<Adapter>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let path = uri.path().strip_prefix("/hook/key").unwrap_or("?").to_owned();
    let auth = headers.get("authorization").map(|value| value.to_str().unwrap().to_owned());
    let (method, raw) = (method.to_string(), body.to_vec());
    let body = serde_json::from_slice(&raw).unwrap_or_default();
    adapter.got.lock().unwrap().push(Got { method, path, auth, body, raw });
    let status = adapter.answers.lock().unwrap().pop().unwrap_or(204);
    StatusCode::from_u16(status).unwrap()
}
