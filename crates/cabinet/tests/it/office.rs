//! A cabinet on a fresh database, and the files an administrator brings.

use std::sync::Arc;

use ambient::{ManualClock, SeededEntropy};
use archive::Cell;
use cabinet::connections::{AddressRule, Complaint, ImportError, Imported};
use cabinet::vault::{MasterKey, Vault};
use cabinet::{CabinetStore, Connections, Hooks, Tokens};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;
use jiff::SignedDuration;
use test_stores::TestStore;
use url::Url;

/// A cabinet on a database in a folder that vanishes with it.
pub(crate) struct Office {
    pub(crate) connections: Connections,
    pub(crate) hooks: Hooks,
    pub(crate) tokens: Tokens,
    pub(crate) store: Arc<dyn CabinetStore>,
    pub(crate) database: TestStore,
    pub(crate) clock: Arc<ManualClock>,
}

impl Office {
    /// A cabinet that may speak to any https address.
    pub(crate) async fn open() -> Self {
        Self::with_key(TestStore::fresh().await, 1)
    }

    /// The same database, opened with another master key.
    pub(crate) fn with_another_key(self) -> Self {
        Self::with_key(self.database, 2)
    }

    fn with_key(database: TestStore, seed: u64) -> Self {
        let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        let entropy = Arc::new(SeededEntropy::new(seed));
        let vault = Arc::new(Vault::new(&MasterKey::generate(&*entropy), entropy.clone()));
        let cabinet = database.cabinet();
        let hooks =
            Hooks::new(cabinet.clone(), vault.clone(), clock.clone(), entropy.clone()).unwrap();
        let rule: AddressRule = Arc::new(|url: &Url| match url.scheme() {
            "https" => Ok(()),
            _ => Err("разрешены только адреса https"),
        });
        let connections = Connections::new(
            cabinet.clone(),
            vault,
            hooks.clone(),
            clock.clone(),
            entropy.clone(),
            rule,
        );
        let tokens = Tokens::new(cabinet.clone(), clock.clone(), entropy);
        Self { connections, hooks, tokens, store: cabinet, database, clock }
    }

    /// Imports a file that is right.
    pub(crate) async fn import(&self, file: &str) -> Imported {
        self.clock.advance(SignedDuration::from_mins(1));
        self.connections.import(file, "admin").await.unwrap()
    }

    /// The connection of a file.
    pub(crate) async fn connection(&self, file: &str) -> ConnectionId {
        let name = self.import(file).await.name;
        self.connections.get(&name).await.unwrap().id
    }

    /// Imports a file that is wrong, and tells what was said about it, `path: code`.
    pub(crate) async fn refuses(&self, file: &str) -> Vec<String> {
        let said = |complaint: &Complaint| format!("{}: {}", complaint.path(), complaint.code());
        match self.connections.import(file, "admin").await {
            Err(ImportError::Settings(complaints)) => complaints.iter().map(said).collect(),
            other => panic!("not refused: {other:?}"),
        }
    }

    /// Every value of the database, one after the other.
    pub(crate) async fn all_that_is_stored(&self) -> Vec<u8> {
        let mut snapshot = self.database.snapshot().await;
        let mut all = Vec::new();
        for table in snapshot.tables().await.unwrap() {
            for cell in snapshot.rows(&table, None, 1000).await.unwrap().into_iter().flatten() {
                match cell {
                    Cell::Text(text) => all.extend(text.into_bytes()),
                    Cell::Bytes(bytes) => all.extend(bytes),
                    Cell::Null | Cell::Int(_) => {}
                }
            }
        }
        all
    }
}

/// The connection all files here are about.
pub(crate) fn romashka() -> ConnectionName {
    ConnectionName::parse("romashka").unwrap()
}

/// A small but complete file.
pub(crate) const ROMASHKA: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_rest: { url: "https://romashka.planfix.ru/rest/", token: rest-secret }
  planfix_telephony: { url: "https://romashka.planfix.ru/tel/api", token: tel-secret }
  uis:
    data_api: { token: uis-secret }
telephony:
  enabled: true
  incoming:
    first: { create: task, assign: rules }
    repeat: { create: nothing, assign: rules }
    task_object: 12
  responsibles:
    incoming: { default: "user:1", rules: [] }
"#;

/// The file without its tokens, as `export` gives it.
pub(crate) fn without_tokens(file: &str) -> String {
    ["rest-secret", "tel-secret", "uis-secret"].iter().fold(file.to_owned(), |text, secret| {
        text.replace(&format!("token: {secret}"), "token: null")
    })
}
