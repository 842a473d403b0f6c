//! A balancer in front of several nodes, as nginx is one: requests go round, and what a node does not take
//! goes to the next.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ambient::{Clock as _, SystemClock};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use jiff::SignedDuration;
use upstream::{Effect, Http, HttpOptions, Request as Outgoing, header};
use url::Url;

use crate::world;

/// How often the nodes are tried all round before a request is given up.
const ROUNDS: usize = 600;
/// The pause between two rounds.
const PAUSE: SignedDuration = SignedDuration::from_millis(100);

/// A balancer at work.
pub struct Balancer {
    /// Where it listens.
    pub url: Url,
    back: Arc<Back>,
}

/// The nodes behind it.
struct Back {
    nodes: Vec<Node>,
    next: AtomicUsize,
    http: Http,
}

struct Node {
    url: Url,
    taken: AtomicUsize,
}

impl Balancer {
    /// A balancer in front of the nodes at these addresses.
    pub async fn before(nodes: impl IntoIterator<Item = Url>) -> Self {
        let node = |url| Node { url, taken: AtomicUsize::new(0) };
        let nodes = nodes.into_iter().map(node).collect();
        let http = Http::new(HttpOptions { allow_private: true }).unwrap();
        let back = Arc::new(Back { nodes, next: AtomicUsize::new(0), http });
        let router = Router::new().fallback(pass_on).with_state(Arc::clone(&back));
        Self { url: world::serve(router).await, back }
    }

    /// How many requests each node has taken.
    pub fn taken(&self) -> Vec<usize> {
        self.back.nodes.iter().map(|node| node.taken.load(Ordering::Relaxed)).collect()
    }
}

async fn pass_on(State(back): State<Arc<Back>>, request: Request) -> (StatusCode, String) {
    let path = request.uri().path_and_query().unwrap().to_string();
    let content_type = request.headers().get(CONTENT_TYPE).cloned();
    let body = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap();
    let first = back.next.fetch_add(1, Ordering::Relaxed);
    for round in 0..ROUNDS {
        for at in 0..back.nodes.len() {
            let node = &back.nodes[(first + at) % back.nodes.len()];
            let outgoing = outgoing(&node.url, &path, content_type.as_ref(), &body);
            // a node that is gone, or that could not store it, has not taken it
            if let Ok(answer) = back.http.send(outgoing).await
                && answer.status.as_u16() < 500
            {
                node.taken.fetch_add(1, Ordering::Relaxed);
                let status = StatusCode::from_u16(answer.status.as_u16()).unwrap();
                return (status, answer.text().into_owned());
            }
        }
        if round + 1 < ROUNDS {
            SystemClock.sleep(PAUSE).await;
        }
    }
    (StatusCode::BAD_GATEWAY, String::new())
}

fn outgoing(
    node: &Url,
    path: &str,
    content_type: Option<&header::HeaderValue>,
    body: &Bytes,
) -> Outgoing {
    let mut request = Outgoing::post(node.join(path).unwrap(), Effect::Write);
    if let Some(content_type) = content_type {
        request = request.header(CONTENT_TYPE, content_type.clone());
    }
    request.body = body.to_vec();
    request
}
