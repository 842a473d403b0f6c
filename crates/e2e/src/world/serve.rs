//! Servers on ports of their own.

use ambient::Clock;
use axum::Router;
use sandbox::Sandbox;
use std::sync::Arc;
use tokio::net::TcpListener;
use url::Url;

/// Serves the routes until the runtime ends, and returns where.
pub(crate) async fn serve(router: Router) -> Url {
    let (listener, url) = listen().await;
    run(listener, router);
    url
}

/// A free port.
pub(super) async fn listen() -> (TcpListener, Url) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = Url::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    (listener, url)
}

/// Serves the routes on the port until the runtime ends.
pub(super) fn run(listener: TcpListener, router: Router) {
    tokio::spawn(async move { axum::serve(listener, router).await });
}

/// A sandbox on a port of its own, for tests of the built binary.
pub struct ServedSandbox {
    /// Its state.
    pub sandbox: Sandbox,
    /// Where it listens.
    pub url: Url,
}

impl ServedSandbox {
    /// Returns when the condition holds, looking again after every change on either side.
    ///
    /// # Panics
    /// When it does not hold within two minutes.
    pub async fn until(&self, what: &str, holds: impl Fn(&Sandbox) -> bool) {
        let patience = std::time::Duration::from_mins(2);
        let waited = tokio::time::timeout(patience, async {
            loop {
                let revision = self.sandbox.changes().revision();
                if holds(&self.sandbox) {
                    return;
                }
                self.sandbox.changes().after(revision).await;
            }
        });
        assert!(waited.await.is_ok(), "waited for {what}\n{}", self.sandbox.planfix().ledger());
    }

    /// Starts one that lives by the clock.
    pub async fn start(clock: Arc<dyn Clock>) -> Self {
        let sandbox = Sandbox::new(clock);
        let url = serve(sandbox.router()).await;
        Self { sandbox, url }
    }
}
