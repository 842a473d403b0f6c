//! The schema: migrations, and a look at a database.

use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, PgConnection, PgPool};

use crate::error::{OrBroken, Result};
use crate::session::{Session, WRITE};
use engine::StoreError;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The oldest PostgreSQL that will do, as `server_version_num` has it.
const OLDEST: i32 = 150_000;

/// The transaction's lock under which one node at a time migrates.
const MIGRATING: i64 = 0x0073_7679_617a_6b61;

/// The server is too old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooOld {
    /// Its version, as it tells.
    pub version: String,
}

impl std::fmt::Display for TooOld {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PostgreSQL {}: нужен 15 или новее", self.version)
    }
}

impl std::error::Error for TooOld {}

/// Refuses a server that is too old.
pub(crate) async fn check_version(pool: &PgPool) -> Result<()> {
    let mut session = Session::begin(pool, WRITE).await?;
    let number = sqlx::query_scalar("SELECT current_setting('server_version_num')::int")
        .fetch_one(&mut session)
        .await
        .or_broken();
    let number: i32 = session.finish(number).await?;
    if number >= OLDEST {
        return Ok(());
    }
    let version = format!("{}.{}", number / 10_000, number % 10_000);
    Err(StoreError::broken(TooOld { version }))
}

/// Brings the schema up to date, all or nothing. Of several nodes that begin at once one does it, and the
/// others wait and find it done.
pub(crate) async fn migrate(pool: &PgPool) -> Result<()> {
    let mut transaction = pool.begin().await.or_broken()?;
    // the library prepares statements with names: behind a pooler they must neither meet those of
    // somebody before us nor be met by somebody after us
    execute(&mut transaction, "DEALLOCATE ALL; SET LOCAL client_min_messages = 'warning'").await?;
    execute(&mut transaction, &format!("SELECT pg_advisory_xact_lock({MIGRATING})")).await?;
    migrator().run(&mut *transaction).await.map_err(StoreError::broken)?;
    execute(&mut transaction, "DEALLOCATE ALL").await?;
    transaction.commit().await.or_broken()
}

async fn execute(connection: &mut PgConnection, statement: &str) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await.or_broken()?;
    Ok(())
}

/// The library's own lock belongs to a session, which a pooler gives away; and a schema that a newer
/// version has brought further is none of its business: each version runs on the schema of the next.
fn migrator() -> Migrator {
    let mut migrator = Migrator::with_migrations(MIGRATIONS.iter().cloned().collect());
    migrator.set_locking(false).set_ignore_missing(true);
    migrator
}

/// Tells this build's schema from others.
#[cfg(feature = "testing")]
pub(crate) fn fingerprint() -> String {
    let all: Vec<u8> = MIGRATIONS.iter().flat_map(|one| one.checksum.iter().copied()).collect();
    let sum =
        all.iter().fold(0_u64, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(*byte)));
    format!("{sum:016x}")
}
