//! The simulated systems on a port of their own, and a connection to them.

use std::sync::Arc;

use ambient::{Clock, ManualClock, SeededEntropy, SystemClock};
use bridge::{Account, Accounts, AccountsOptions, Sharing};
use cabinet::vault::{MasterKey, Vault};
use cabinet::{Connections, Hooks};
use sandbox::Sandbox;
use test_stores::TestStore;
use upstream::{Http, HttpOptions};

/// The simulated systems and where they listen.
pub(crate) struct Stage {
    pub(crate) sandbox: Sandbox,
    address: String,
    database: TestStore,
}

impl Stage {
    pub(crate) async fn open() -> Self {
        let sandbox = Sandbox::new(Arc::new(SystemClock));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = sandbox.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { sandbox, address, database: TestStore::fresh().await }
    }

    /// The account of a connection with these settings; `@SANDBOX@` stands for the address.
    ///
    /// Its clock never waits: the request budget of a second a request costs no time here.
    pub(crate) async fn account(&self, settings: &str) -> Arc<Account> {
        let sharing = Sharing { store: self.database.engine(), node: "stage".to_owned() };
        let store = self.database.cabinet();
        let clock: Arc<dyn Clock> =
            Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        let entropy = Arc::new(SeededEntropy::new(1));
        let vault = Arc::new(Vault::new(&MasterKey::generate(&*entropy), entropy.clone()));
        let hooks =
            Hooks::new(store.clone(), vault.clone(), clock.clone(), entropy.clone()).unwrap();
        let any = Arc::new(|_: &_| Ok(()));
        let connections = Connections::new(store, vault, hooks, clock.clone(), entropy, any);
        let file = settings.replace("@SANDBOX@", &self.address);
        let imported = connections.import(&file, "test").await.unwrap();

        let id = connections.get(&imported.name).await.unwrap().id;
        let http = Http::new(HttpOptions { allow_private: true }).unwrap();
        let accounts = Accounts::new(connections, http, clock, sharing, AccountsOptions::default());
        accounts.get(id).await.unwrap()
    }
}
