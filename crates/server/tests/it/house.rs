//! A server with one connection, and ways to speak to it.

use std::sync::Arc;

use ambient::{Clock, ManualClock, SeededEntropy};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::request::Builder;
use axum::http::{Request, StatusCode};
use bridge::AccountsOptions;
use cabinet::vault::{MasterKey, Vault};
use cabinet::{Connections, HookKind, Hooks, People, Role, Tokens};
use domain::ids::ConnectionName;
use metrics_exporter_prometheus::PrometheusBuilder;
use secrecy::ExposeSecret;
use serde_json::Value;
use server::{App, Parts, TrustedProxies, router};
use test_stores::TestStore;
use tower::ServiceExt;
use upstream::{Http, HttpOptions};

const ROMASHKA: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_telephony: { url: "https://romashka.planfix.ru/tel/api", token: tel-secret }
"#;

/// A server with the connection `romashka`. Its engine stores, but nobody works it off.
pub(crate) struct House {
    router: Router,
    pub(crate) hooks: Hooks,
    tokens: Tokens,
    pub(crate) people: People,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) database: TestStore,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: String,
    pub(crate) cookie: Option<String>,
    pub(crate) policy: Option<String>,
    pub(crate) cache: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) text: String,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::with(ROMASHKA).await
    }

    /// A server with the connection of a settings file.
    pub(crate) async fn with(file: &str) -> Self {
        let database = TestStore::fresh().await;
        let manual = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        let clock: Arc<dyn Clock> = manual.clone();
        let entropy = Arc::new(SeededEntropy::new(1));
        let vault = Arc::new(Vault::new(&MasterKey::generate(&*entropy), entropy.clone()));
        let cabinet = database.cabinet();
        let hooks =
            Hooks::new(cabinet.clone(), vault.clone(), clock.clone(), entropy.clone()).unwrap();
        let connections = Connections::new(
            cabinet.clone(),
            vault,
            hooks.clone(),
            clock.clone(),
            entropy.clone(),
            Arc::new(|_| Ok(())),
        );
        connections.import(file, "test").await.unwrap();
        let tokens = Tokens::new(cabinet, clock.clone(), entropy.clone());
        let people = People::new(database.people(), clock.clone(), entropy.clone());
        let bridge = bridge::start(bridge::Parts {
            store: database.engine(),
            connections: connections.clone(),
            http: Http::new(HttpOptions::default()).unwrap(),
            clock: clock.clone(),
            entropy: entropy.clone(),
            owner: "test".to_owned(),
            options: AccountsOptions::default(),
        });
        let router = router(App::new(Parts {
            bridge,
            connections,
            hooks: hooks.clone(),
            tokens: tokens.clone(),
            people: people.clone(),
            history: database.history(),
            workspace: database.workspace(),
            clock,
            entropy,
            public_url: "https://svyazka.example.ru".parse().unwrap(),
            proxies: TrustedProxies::default(),
            metrics: PrometheusBuilder::new().build_recorder().handle(),
        }));
        Self { router, hooks, tokens, people, clock: manual, database }
    }

    /// The path of one of the connection's hooks.
    pub(crate) async fn hook(&self, hook: HookKind) -> String {
        let name = ConnectionName::parse("romashka").unwrap();
        let urls = self.hooks.urls(&name, &"http://us".parse().unwrap()).await.unwrap();
        let (_, url) = urls.into_iter().find(|(kind, _)| *kind == hook).unwrap();
        url.strip_prefix("http://us").unwrap().to_owned()
    }

    /// Sends a notification of UIS as JSON.
    pub(crate) async fn notify(&self, body: &str) -> Answer {
        let path = self.hook(HookKind::UisNotifications).await;
        self.post(&path, "application/json", body).await
    }

    pub(crate) async fn post(&self, path: &str, content_type: &str, body: &str) -> Answer {
        let request = Request::post(path).header("content-type", content_type);
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// A caller of the API with a token of that role.
    pub(crate) async fn caller(&self, role: Role) -> Caller<'_> {
        let token = self.tokens.create("test", role).await.unwrap();
        Caller { house: self, token: token.expose_secret().to_owned() }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let header = |name| head.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: head.status,
            content_type: header("content-type").unwrap_or_default(),
            cookie: header("set-cookie"),
            policy: header("content-security-policy"),
            cache: header("cache-control"),
            encoding: header("content-encoding"),
            text: String::from_utf8(body.to_vec()).unwrap(),
        }
    }
}

/// Somebody with a token.
pub(crate) struct Caller<'a> {
    house: &'a House,
    token: String,
}

impl Caller<'_> {
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path)).await
    }

    /// Listens again after an event.
    pub(crate) async fn get_after(&self, path: &str, event: i64) -> Answer {
        self.send(Request::get(path).header("last-event-id", event)).await
    }

    pub(crate) async fn post(&self, path: &str) -> Answer {
        self.send(Request::post(path)).await
    }

    pub(crate) async fn send_json(&self, method: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder().method(method).uri(path);
        let request = request.header("content-type", "application/json");
        self.send_body(request, Body::from(body.to_string())).await
    }

    pub(crate) async fn send_body(&self, request: Builder, body: Body) -> Answer {
        let request = request.header("authorization", format!("Bearer {}", self.token));
        self.house.send(request.body(body).unwrap()).await
    }

    async fn send(&self, request: Builder) -> Answer {
        self.send_body(request, Body::empty()).await
    }
}
