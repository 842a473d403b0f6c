//! Looking at a database without changing it.

use engine::StoreError;

use crate::error::{OrBroken, Result};
use crate::schema::{self, MIGRATIONS};
use crate::session::{READ, Session};
use crate::{PostgresStore, connect};

/// What a look at a database found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The server's version, as it tells it: `15.4`.
    pub server: String,
    /// How many migrations of this program the database still lacks.
    pub missing_migrations: usize,
    /// Why what was committed may get lost, or texts be spoilt; empty when all is well.
    pub dangers: Vec<String>,
}

impl PostgresStore {
    /// Looks at a database that other nodes may be using, and changes nothing.
    ///
    /// # Errors
    /// When it can't be reached, or is too old.
    pub async fn examine(url: &str) -> Result<Examined> {
        let pool = connect(url).await?;
        schema::check_version(&pool).await?;
        let mut session = Session::begin(&pool, READ).await?;
        let examined = look(&mut session).await;
        let examined = session.finish(examined).await;
        pool.close().await;
        examined
    }
}

async fn look(session: &mut Session) -> Result<Examined> {
    let applied = applied_migrations(session).await?;
    let missing = MIGRATIONS.iter().filter(|one| !applied.contains(&one.version)).count();
    Ok(Examined {
        server: setting(session, "server_version").await?,
        missing_migrations: missing,
        dangers: dangers(session).await?,
    })
}

async fn dangers(session: &mut Session) -> Result<Vec<String>> {
    let wanted = [
        ("server_encoding", "UTF8", "тексты могут не сохраниться"),
        ("fsync", "on", "после сбоя питания база может оказаться испорченной"),
        ("full_page_writes", "on", "после сбоя питания база может оказаться испорченной"),
    ];
    let mut dangers = Vec::new();
    for (name, right, danger) in wanted {
        let value = setting(session, name).await?;
        if value != right {
            dangers.push(format!("{name} = {value}, нужно {right}: {danger}"));
        }
    }
    Ok(dangers)
}

async fn setting(session: &mut Session, name: &str) -> Result<String> {
    let value: Option<String> = sqlx::query_scalar("SELECT current_setting($1)")
        .bind(name)
        .fetch_one(session)
        .await
        .or_broken()?;
    value.ok_or_else(|| StoreError::Corrupt(format!("the server has no setting {name}")))
}

/// None when the table of migrations is not there yet: then nothing was applied.
async fn applied_migrations(session: &mut Session) -> Result<Vec<i64>> {
    let table: Option<String> = sqlx::query_scalar("SELECT to_regclass('_sqlx_migrations')::text")
        .fetch_one(&mut *session)
        .await
        .or_broken()?;
    if table.is_none() {
        return Ok(Vec::new());
    }
    sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success")
        .fetch_all(session)
        .await
        .or_broken()
}
