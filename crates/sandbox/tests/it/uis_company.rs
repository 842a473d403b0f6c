//! A company on the simulated UIS and a server that gets its notifications.

use std::sync::{Arc, Mutex};

use ambient::ManualClock;
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use jiff::Timestamp;
use sandbox::Sandbox;
use sandbox::uis::{Script, Uis};
use serde_json::Value;

/// A request as it arrived.
pub(crate) type Request = (Method, Uri, HeaderMap, String);

/// A customer's server that writes down what it gets.
#[derive(Clone, Default)]
pub(crate) struct Customer {
    pub(crate) got: Arc<Mutex<Vec<Request>>>,
}

impl Customer {
    pub(crate) async fn listen(&self) -> url::Url {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let customer = self.clone();
        let take = move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| async move {
            let body = String::from_utf8(body.to_vec()).unwrap();
            customer.got.lock().unwrap().push((method, uri, headers, body));
            StatusCode::OK
        };
        let router = Router::new().fallback(take);
        tokio::spawn(async move { axum::serve(listener, router).await });
        format!("http://{address}/hook/secret").parse().unwrap()
    }

    pub(crate) fn bodies(&self) -> Vec<Value> {
        let got = self.got.lock().unwrap();
        got.iter().map(|(.., body)| serde_json::from_str(body).unwrap()).collect()
    }

    pub(crate) fn events(&self) -> Vec<String> {
        self.bodies().iter().map(|body| body["event"].as_str().unwrap().to_owned()).collect()
    }
}

pub(crate) struct Company {
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) uis: Uis,
    pub(crate) customer: Customer,
}

pub(crate) async fn company() -> Company {
    let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse::<Timestamp>().unwrap()));
    let uis = Sandbox::new(clock.clone()).uis().clone();
    let customer = Customer::default();
    uis.set_webhook(customer.listen().await);
    Company { clock, uis, customer }
}

/// A call 101 answers and talks in for 42 seconds.
pub(crate) fn answered_call() -> Script {
    Script::incoming("79031234567").rings("101").answered_by("101").talks_secs(42).recorded()
}
