//! The engine's and the cabinet's data in a PostgreSQL database, for any number of equal nodes.
//!
//! * Every method is one transaction ([`session`]), fit for a transaction pooler.
//! * Whatever changes a lane locks its row first, so that what happens to one lane happens in turn;
//!   lanes are leased with `FOR UPDATE SKIP LOCKED`.
//! * The nodes' clock is the database's ([`DatabaseClock`]): leases and budgets mean the same on all.
//! * `NOTIFY` is a hint that hurries other nodes ([`announcements`]); what they ask for is the truth.

mod announcements;
mod archive;
mod cabinet;
mod clock;
mod engine_store;
mod error;
mod examine;
mod schema;
mod session;
#[cfg(feature = "testing")]
pub mod testing;

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, PgPool};

pub use self::clock::DatabaseClock;
pub use self::examine::Examined;
pub use self::schema::TooOld;
use announcements::Announcements;
use engine::stored::values;
use error::{OrBroken, Result};
use session::{READ, Session, WRITE};

/// How many connections a node uses at most.
const CONNECTIONS: u32 = 16;
/// How long a piece of work waits for a connection: longer than a database takes to start again.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open database.
#[derive(Debug, Clone)]
pub struct PostgresStore {
    pool: PgPool,
    announcements: Arc<Announcements>,
}

impl PostgresStore {
    /// Opens the database of an address (`postgres://user:password@host:port/database`) and brings its
    /// schema up to date. Several nodes may do so at once.
    ///
    /// # Errors
    /// When it can't be reached, is older than PostgreSQL 15, or can't be migrated.
    pub async fn open(url: &str) -> Result<Self> {
        let pool = connect(url).await?;
        schema::check_version(&pool).await?;
        schema::migrate(&pool).await?;
        let announcements = Announcements::start(&pool);
        Ok(Self { pool, announcements })
    }

    /// Begins a transaction that writes.
    async fn write(&self) -> Result<Session> {
        Session::begin(&self.pool, WRITE).await
    }

    /// Begins a transaction that reads one moment's state.
    async fn read(&self) -> Result<Session> {
        Session::begin(&self.pool, READ).await
    }
}

/// A pool of connections to the database of the address.
async fn connect(url: &str) -> Result<PgPool> {
    let options: PgConnectOptions = url.parse().or_broken()?;
    let options = options.application_name("svyazka").disable_statement_logging();
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        // a connection that died with the server is found out before a piece of work is
        .test_before_acquire(true)
        .connect_with(options)
        .await
        .or_broken()
}
