//! A cabinet on a fresh database, and the files an administrator brings.

use std::path::PathBuf;
use std::sync::Arc;

use ambient::{ManualClock, SeededEntropy};
use cabinet::connections::{AddressRule, Complaint, ImportError, Imported};
use cabinet::vault::{MasterKey, Vault};
use cabinet::{CabinetStore, Connections, Hooks, Tokens};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;
use jiff::SignedDuration;
use store_sqlite::SqliteStore;
use url::Url;

/// A cabinet on a database in a folder that vanishes with it.
pub(crate) struct Office {
    pub(crate) connections: Connections,
    pub(crate) hooks: Hooks,
    pub(crate) tokens: Tokens,
    pub(crate) store: Arc<SqliteStore>,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) folder: tempfile::TempDir,
}

impl Office {
    /// A cabinet that may speak to any https address.
    pub(crate) async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(&folder.path().join("svyazka.db")).await.unwrap());
        Self::with_key(store, folder, 1)
    }

    /// The same database, opened with another master key.
    pub(crate) fn with_another_key(self) -> Self {
        Self::with_key(self.store, self.folder, 2)
    }

    fn with_key(store: Arc<SqliteStore>, folder: tempfile::TempDir, seed: u64) -> Self {
        let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        let entropy = Arc::new(SeededEntropy::new(seed));
        let vault = Arc::new(Vault::new(&MasterKey::generate(&*entropy), entropy.clone()));
        let cabinet: Arc<dyn CabinetStore> = store.clone();
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
        let tokens = Tokens::new(cabinet, clock.clone(), entropy);
        Self { connections, hooks, tokens, store, clock, folder }
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

    /// Every byte of the database, the write-ahead log included.
    pub(crate) fn on_disk(&self) -> Vec<u8> {
        let files = ["svyazka.db", "svyazka.db-wal"].map(|name| self.folder.path().join(name));
        files.iter().filter(|path| path.exists()).flat_map(read).collect()
    }
}

fn read(path: &PathBuf) -> Vec<u8> {
    std::fs::read(path).unwrap()
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
