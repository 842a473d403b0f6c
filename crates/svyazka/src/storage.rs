//! The database, whichever it is.

use std::sync::Arc;

use ambient::{Clock, SystemClock};
use anyhow::{Context as _, bail};
use archive::{Source, Target};
use cabinet::{CabinetStore, HistoryStore, PeopleStore, WorkspaceStore};
use engine::Store;
use store_postgres::{DatabaseClock, PostgresStore};
use store_sqlite::SqliteStore;

use crate::config::Database;

/// An open database.
#[derive(Clone)]
pub(crate) enum Storage {
    Sqlite(Arc<SqliteStore>),
    Postgres(Arc<PostgresStore>),
}

impl Storage {
    /// Opens the database, making the file when it is not there, and brings it up to date.
    pub(crate) async fn open(database: &Database) -> anyhow::Result<Self> {
        let failed = || format!("не удалось открыть базу данных {database}");
        Ok(match database {
            Database::Sqlite(path) => {
                Self::Sqlite(Arc::new(SqliteStore::open(path).await.with_context(failed)?))
            }
            Database::Postgres(url) => Self::Postgres(Arc::new(
                PostgresStore::open(url.expose()).await.with_context(failed)?,
            )),
        })
    }

    /// The engine's data.
    pub(crate) fn engine(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => store.clone(),
            Self::Postgres(store) => store.clone(),
        }
    }

    /// The cabinet's data.
    pub(crate) fn cabinet(&self) -> Arc<dyn CabinetStore> {
        match self {
            Self::Sqlite(store) => store.clone(),
            Self::Postgres(store) => store.clone(),
        }
    }

    /// The people who sign in.
    pub(crate) fn people(&self) -> Arc<dyn PeopleStore> {
        match self {
            Self::Sqlite(store) => store.clone(),
            Self::Postgres(store) => store.clone(),
        }
    }

    /// What the operators' workspace keeps.
    pub(crate) fn workspace(&self) -> Arc<dyn WorkspaceStore> {
        match self {
            Self::Sqlite(store) => store.clone(),
            Self::Postgres(store) => store.clone(),
        }
    }

    /// What settings were before.
    pub(crate) fn history(&self) -> Arc<dyn HistoryStore> {
        match self {
            Self::Sqlite(store) => store.clone(),
            Self::Postgres(store) => store.clone(),
        }
    }

    /// The clock to go by: this machine's own, or the one that all nodes have in common.
    pub(crate) async fn clock(&self) -> anyhow::Result<Arc<dyn Clock>> {
        Ok(match self {
            Self::Sqlite(_) => Arc::new(SystemClock),
            Self::Postgres(store) => DatabaseClock::of(store).await?,
        })
    }

    /// This moment's state, to be copied.
    pub(crate) async fn snapshot(&self) -> anyhow::Result<Box<dyn Source>> {
        Ok(match self {
            Self::Sqlite(store) => store.snapshot().await?,
            Self::Postgres(store) => store.snapshot().await?,
        })
    }

    /// The database as one that can be filled.
    pub(crate) fn target(&self) -> &dyn Target {
        match self {
            Self::Sqlite(store) => store.as_ref(),
            Self::Postgres(store) => store.as_ref(),
        }
    }

    /// Refuses a database that is only partly there.
    pub(crate) async fn refuse_unfinished_copy(&self) -> anyhow::Result<()> {
        if let Some(from) = self.target().under_way().await? {
            bail!("копирование из {from} в эту базу не закончено: повторите ту же команду");
        }
        Ok(())
    }
}
