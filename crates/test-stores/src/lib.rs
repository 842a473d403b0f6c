//! Test equipment: an empty store for tests that must pass on every kind.
//!
//! Which kind it is, the environment says: SQLite, or PostgreSQL with `SVYAZKA_TEST_STORE=postgres`.
//! `cargo xtask test` runs the tests that stand on this once with each.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "this crate is test equipment: what can't be set up fails the test"
)]

use std::any::Any;
use std::path::Path;
use std::sync::Arc;

use archive::Source;
use cabinet::{CabinetStore, HistoryStore, PeopleStore, WorkspaceStore};
use engine::Store;
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

/// The variable that names the kind.
const VARIABLE: &str = "SVYAZKA_TEST_STORE";

/// An empty store, gone when dropped.
pub struct TestStore {
    opened: Opened,
    _guard: Box<dyn Any + Send + Sync>,
}

enum Opened {
    Sqlite(Arc<SqliteStore>),
    Postgres(Arc<PostgresStore>),
}

impl TestStore {
    /// A store of the kind that the environment names.
    pub async fn fresh() -> Self {
        match std::env::var(VARIABLE).as_deref() {
            Err(_) | Ok("" | "sqlite") => Self::sqlite().await,
            Ok("postgres") => Self::postgres().await,
            Ok(other) => panic!("{VARIABLE}={other}: sqlite or postgres"),
        }
    }

    async fn sqlite() -> Self {
        let folder = folder();
        let store = SqliteStore::open(&folder.path().join("svyazka.db")).await.unwrap();
        Self { opened: Opened::Sqlite(Arc::new(store)), _guard: Box::new(folder) }
    }

    async fn postgres() -> Self {
        let (store, database) = store_postgres::testing::fresh().await;
        Self { opened: Opened::Postgres(Arc::new(store)), _guard: Box::new(database) }
    }

    /// The engine's data.
    pub fn engine(&self) -> Arc<dyn Store> {
        match &self.opened {
            Opened::Sqlite(store) => store.clone(),
            Opened::Postgres(store) => store.clone(),
        }
    }

    /// The cabinet's data.
    pub fn cabinet(&self) -> Arc<dyn CabinetStore> {
        match &self.opened {
            Opened::Sqlite(store) => store.clone(),
            Opened::Postgres(store) => store.clone(),
        }
    }

    /// The people who sign in.
    pub fn people(&self) -> Arc<dyn PeopleStore> {
        match &self.opened {
            Opened::Sqlite(store) => store.clone(),
            Opened::Postgres(store) => store.clone(),
        }
    }

    /// What settings were before.
    pub fn history(&self) -> Arc<dyn HistoryStore> {
        match &self.opened {
            Opened::Sqlite(store) => store.clone(),
            Opened::Postgres(store) => store.clone(),
        }
    }

    /// What the operators' workspace keeps.
    pub fn workspace(&self) -> Arc<dyn WorkspaceStore> {
        match &self.opened {
            Opened::Sqlite(store) => store.clone(),
            Opened::Postgres(store) => store.clone(),
        }
    }

    /// All that is stored, as rows.
    pub async fn snapshot(&self) -> Box<dyn Source> {
        match &self.opened {
            Opened::Sqlite(store) => store.snapshot().await.unwrap(),
            Opened::Postgres(store) => store.snapshot().await.unwrap(),
        }
    }
}

/// A folder in memory where there is one: no test that stands on this cuts the power.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}
