//! A running bridge: the engine at work, and the routes that lead to it.

use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use bridge::AccountsOptions;
use jiff::SignedDuration;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use server::App;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use upstream::{BudgetOptions, Http, HttpOptions};

use crate::alone::Alone;
use crate::config::{Config, Database};
use crate::installation::Installation;
use crate::node;

/// The engine at work behind its routes.
pub(crate) struct Running {
    /// The server's routes.
    pub(crate) router: Router,
    work: JoinHandle<()>,
    duties: JoinHandle<()>,
    alerts: JoinHandle<()>,
    _alone: Option<Alone>,
}

impl Running {
    /// Begins to work off what is stored. Ends after `stop` becomes true.
    pub(crate) async fn start(
        installation: &Installation,
        stop: watch::Receiver<bool>,
    ) -> anyhow::Result<Self> {
        let Installation { config, storage, connections, hooks, tokens, people, clock, entropy } =
            installation;
        let alone = match &config.database {
            Database::Sqlite(path) => Some(Alone::with(path)?),
            Database::Postgres(_) => None,
        };
        let bridge = bridge::start(bridge::Parts {
            store: storage.engine(),
            connections: connections.clone(),
            http: Http::new(HttpOptions { allow_private: config.allow_private_upstreams })?,
            clock: clock.clone(),
            entropy: entropy.clone(),
            owner: node::name(&**entropy),
            options: options(config),
        });
        if alone.is_some() {
            // whatever is leased was leased by a process that is gone
            let freed = bridge.engine.take_over().await?;
            if freed > 0 {
                tracing::info!(freed, "took over the work of the process before");
            }
        }
        let router = server::router(App::new(server::Parts {
            bridge: bridge.clone(),
            connections: connections.clone(),
            hooks: hooks.clone(),
            tokens: tokens.clone(),
            people: people.clone(),
            history: storage.history(),
            workspace: storage.workspace(),
            clock: clock.clone(),
            entropy: entropy.clone(),
            public_url: config.public_url.clone(),
            proxies: config.trusted_proxies.clone(),
            metrics: count()?,
        }));
        let duties = tokio::spawn(Arc::clone(&bridge.duties).run(stop.clone()));
        let alerts = tokio::spawn(Arc::clone(&bridge.alerts).run(stop.clone()));
        let work = tokio::spawn(Arc::clone(&bridge.engine).run(stop));
        Ok(Self { router, work, duties, alerts, _alone: alone })
    }

    /// Waits until the pieces at hand are done.
    pub(crate) async fn finished(self) {
        for part in [self.work, self.duties, self.alerts] {
            if let Err(error) = part.await {
                tracing::error!(%error, "a part of the program ended badly");
            }
        }
    }
}

/// The second in which an account may be sent its requests. It is a little longer than a second, since
/// requests do not all travel equally fast: two that left a second apart may arrive closer together.
const SECOND: SignedDuration = SignedDuration::from_millis(1050);

/// How outside accounts are spoken to, as configured.
pub(crate) fn options(config: &Config) -> AccountsOptions {
    let interval = SECOND / config.planfix_requests_per_second.get().cast_signed();
    let budget = BudgetOptions { interval, ..BudgetOptions::default() };
    let public_url = Some(config.public_url.clone());
    AccountsOptions { budget, public_url, ..AccountsOptions::default() }
}

/// Begins to count.
fn count() -> anyhow::Result<PrometheusHandle> {
    PrometheusBuilder::new().install_recorder().context("счётчики не запустились")
}
