//! Putting a world together.

use std::sync::Arc;
use std::time::Duration;

use ambient::{Clock, Entropy, ManualClock, SeededEntropy};
use bridge::AccountsOptions;
use cabinet::vault::{MasterKey, Vault};
use cabinet::{Connections, HookKind, Hooks, People, Tokens};
use domain::ids::ConnectionName;
use jiff::Timestamp;
use metrics_exporter_prometheus::PrometheusBuilder;
use sandbox::Sandbox;
use test_stores::TestStore;
use upstream::{Guard, Http, HttpOptions};
use url::Url;

use super::World;
use super::serve::{listen, run};

/// Monday, 2 March 2026, noon in Moscow.
const START: &str = "2026-03-02T09:00:00Z";

/// A world to be.
#[derive(Debug, Clone, Default)]
pub struct WorldBuilder {
    changes: Vec<(String, String)>,
    ask_deadline: Option<Duration>,
}

impl WorldBuilder {
    /// Replaces texts in the usual settings file.
    #[must_use]
    pub fn settings(mut self, changes: &[(&str, &str)]) -> Self {
        let own = |(from, to): &(&str, &str)| ((*from).to_owned(), (*to).to_owned());
        self.changes.extend(changes.iter().map(own));
        self
    }

    /// How long the pop-up waits for Planfix to say whether it knows a number.
    #[must_use]
    pub fn asks_for(mut self, deadline: Duration) -> Self {
        self.ask_deadline = Some(deadline);
        self
    }

    /// Puts it together and starts it.
    pub async fn start(self) -> World {
        let clock = Arc::new(ManualClock::at(START.parse::<Timestamp>().unwrap()));
        let shared: Arc<dyn Clock> = clock.clone();
        let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(7));
        let sandbox = Sandbox::new(shared.clone());
        let sandbox_url = super::serve(sandbox.router()).await;

        let database = TestStore::fresh().await;
        let (store, cabinet_store) = (database.engine(), database.cabinet());
        let vault = Arc::new(Vault::new(&MasterKey::generate(&*entropy), entropy.clone()));
        let hooks =
            Hooks::new(cabinet_store.clone(), vault.clone(), shared.clone(), entropy.clone());
        let hooks = hooks.unwrap();
        let guard = Guard { allow_private: true };
        let connections = Connections::new(
            cabinet_store.clone(),
            vault,
            hooks.clone(),
            shared.clone(),
            entropy.clone(),
            Arc::new(move |url| guard.check_url(url)),
        );
        let tokens = Tokens::new(cabinet_store, shared.clone(), entropy.clone());
        let people = People::new(database.people(), shared.clone(), entropy.clone());

        let ask_deadline = self.ask_deadline.unwrap_or(Duration::from_secs(10));
        let (listener, url) = listen().await;
        let public_url = Some(url.clone());
        let options = AccountsOptions { ask_deadline, public_url, ..AccountsOptions::default() };
        let http = Http::new(HttpOptions { allow_private: true }).unwrap();
        let bridge = bridge::start(bridge::Parts {
            store: store.clone(),
            connections: connections.clone(),
            http: http.clone(),
            clock: shared.clone(),
            entropy: entropy.clone(),
            owner: "world".to_owned(),
            options,
        });

        let changes: Vec<(&str, &str)> =
            self.changes.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        let file = settings(&sandbox_url, &changes);
        connections.import(&file, "test").await.unwrap();

        let app = server::App::new(server::Parts {
            bridge: bridge.clone(),
            connections: connections.clone(),
            hooks: hooks.clone(),
            tokens,
            people: people.clone(),
            history: database.history(),
            workspace: database.workspace(),
            clock: shared,
            entropy,
            public_url: url.clone(),
            proxies: server::TrustedProxies::default(),
            metrics: PrometheusBuilder::new().build_recorder().handle(),
        });
        run(listener, server::router(app));
        let hook = hook_url(&hooks, HookKind::UisNotifications, &url).await;
        sandbox.uis().set_webhook(hook.clone());
        sandbox.uis().queue_started();
        let manager = hook_url(&hooks, HookKind::UisPersonalManager, &url).await;
        sandbox.uis().set_personal_manager(manager);
        let pbx = hook_url(&hooks, HookKind::PlanfixTelephony, &url).await;
        let chat = hook_url(&hooks, HookKind::PlanfixChat, &url).await;
        let files = sandbox_url.join("planfix/files").unwrap();
        let own = sandbox_url.join("planfix/tel/api").unwrap();
        sandbox.planfix().configure(|settings| {
            settings.pbx_url = pbx.to_string();
            settings.telephony_url = own.to_string();
            settings.chat_hook = chat.to_string();
            settings.chat_files = files.to_string();
        });
        World {
            sandbox,
            bridge,
            people,
            http,
            connections,
            hooks,
            store,
            clock,
            url,
            hook,
            sandbox_url,
            _database: database,
        }
    }
}

impl World {
    /// The program is stopped and started anew: what it has not stored is gone.
    pub async fn restart(&mut self) {
        self.bridge = bridge::start(bridge::Parts {
            store: self.store.clone(),
            connections: self.connections.clone(),
            http: self.http.clone(),
            clock: self.clock.clone(),
            entropy: Arc::new(SeededEntropy::new(8)),
            owner: "world, started anew".to_owned(),
            options: AccountsOptions::default(),
        });
        self.bridge.engine.take_over().await.unwrap();
    }
}

/// The usual settings file with texts replaced; each must be there, so that a test can't miss.
pub fn settings(sandbox: &Url, changes: &[(&str, &str)]) -> String {
    let mut file = include_str!("connection.yaml").to_owned();
    for (from, to) in changes {
        assert!(file.contains(from), "the usual settings have no `{from}`");
        file = file.replace(from, to);
    }
    file.replace("@SANDBOX@", sandbox.as_str().trim_end_matches('/'))
}

/// The address of a hook.
pub(super) async fn hook_url(hooks: &Hooks, kind: HookKind, public: &Url) -> Url {
    let name = ConnectionName::parse("romashka").unwrap();
    let urls = hooks.urls(&name, public).await.unwrap();
    let wanted = urls.into_iter().find(|(hook, _)| *hook == kind);
    Url::parse(&wanted.unwrap().1).unwrap()
}
