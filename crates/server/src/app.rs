//! What the endpoints work with.

use std::ops::Deref;
use std::sync::Arc;

use ambient::{Clock, Entropy};
use bridge::Bridge;
use cabinet::{Connections, HistoryStore, Hooks, People, Tokens, WorkspaceStore};
use metrics_exporter_prometheus::PrometheusHandle;
use url::Url;

use crate::auth::TrustedProxies;

/// The parts the server is put together from.
pub struct Parts {
    /// Takes in what hooks bring, and has it worked on.
    pub bridge: Bridge,
    /// The connections of this installation.
    pub connections: Connections,
    /// The keys of their hooks.
    pub hooks: Hooks,
    /// The tokens of the API.
    pub tokens: Tokens,
    /// The people who sign in.
    pub people: People,
    /// What settings were before.
    pub history: Arc<dyn HistoryStore>,
    /// What the operators' workspace keeps.
    pub workspace: Arc<dyn WorkspaceStore>,
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What the outside world calls us.
    pub public_url: Url,
    /// The reverse proxies before us.
    pub proxies: TrustedProxies,
    /// What the counters say.
    pub metrics: PrometheusHandle,
}

/// The server's state; a clone is another handle to the same.
#[derive(Clone)]
pub struct App(Arc<Parts>);

impl App {
    /// A server of these parts.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
