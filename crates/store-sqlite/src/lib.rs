//! The engine's and the cabinet's data in one SQLite file.
//!
//! WAL with `synchronous=FULL`: what was committed survives a power cut. One writer with group commit
//! ([`writer`]), and a pool of readers that never wait for it.

mod archive;
mod cabinet;
mod engine_store;
mod error;
mod writer;

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};

pub use self::cabinet::Examined;
use engine::stored::values;
use error::{OrBroken, Result};
use writer::Writer;

/// How many connections read at once.
const READERS: u32 = 4;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// A schema that a newer version has brought further will do: each version runs on the schema of the next.
fn migrator() -> sqlx::migrate::Migrator {
    let mut migrator =
        sqlx::migrate::Migrator::with_migrations(MIGRATIONS.iter().cloned().collect());
    migrator.set_ignore_missing(true);
    migrator
}

/// An open database.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    writer: Writer,
    readers: SqlitePool,
}

impl SqliteStore {
    /// Opens the file, making it when it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// When the file can't be opened or migrated.
    pub async fn open(path: &Path) -> Result<Self> {
        close_to_others(path).map_err(engine::StoreError::broken)?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(std::time::Duration::from_secs(10))
            .disable_statement_logging();
        let mut connection = writer::connect(&options).await?;
        migrator().run(&mut connection).await.map_err(engine::StoreError::broken)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await
            .or_broken()?;
        Ok(Self { writer: Writer::start(connection), readers })
    }
}

/// Makes a new database file closed to others, for it holds the clients' calls; SQLite gives its own
/// side files the same rights. A file that is there keeps the rights it has.
fn close_to_others(path: &Path) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    match file.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}
