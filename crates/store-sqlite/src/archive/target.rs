//! A database that is being filled.

use archive::{ArchiveError, Row, Source, Table, Target};
use async_trait::async_trait;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::source::bind;
use super::{Result, quoted};
use crate::SqliteStore;
use crate::error::OrBroken as _;

#[async_trait]
impl Target for SqliteStore {
    async fn look(&self) -> Result<Box<dyn Source>> {
        self.snapshot().await
    }

    async fn under_way(&self) -> Result<Option<String>> {
        let there: Option<String> =
            sqlx::query_scalar("SELECT name FROM sqlite_master WHERE name = '_copy'")
                .fetch_optional(&self.readers)
                .await
                .map_err(ArchiveError::new)?;
        if there.is_none() {
            return Ok(None);
        }
        sqlx::query_scalar("SELECT source FROM _copy")
            .fetch_optional(&self.readers)
            .await
            .map_err(ArchiveError::new)
    }

    async fn mark(&self, from: Option<&str>) -> Result<()> {
        let from = from.map(str::to_owned);
        self.writer.run(move |db| Box::pin(mark(db, from))).await.map_err(ArchiveError::new)
    }

    async fn add(&self, table: &Table, rows: Vec<Row>) -> Result<()> {
        let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
        let marks = vec!["?"; columns.len()].join(", ");
        let (name, columns) = (quoted(&table.name), columns.join(", "));
        let sql = format!("INSERT INTO {name} ({columns}) VALUES ({marks})");
        self.writer.run(move |db| Box::pin(add(db, sql, rows))).await.map_err(ArchiveError::new)
    }

    async fn number_on(&self, _table: &Table) -> Result<()> {
        // AUTOINCREMENT has seen every number that was added
        Ok(())
    }
}

async fn mark(db: &mut SqliteConnection, from: Option<String>) -> crate::error::Result<()> {
    sqlx::query("DROP TABLE IF EXISTS _copy").execute(&mut *db).await.or_broken()?;
    let Some(from) = from else { return Ok(()) };
    sqlx::query("CREATE TABLE _copy (source TEXT NOT NULL) STRICT")
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query("INSERT INTO _copy (source) VALUES (?)")
        .bind(from)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

async fn add(db: &mut SqliteConnection, sql: String, rows: Vec<Row>) -> crate::error::Result<()> {
    for row in rows {
        let query = row.iter().fold(sqlx::query(AssertSqlSafe(sql.clone())), bind);
        query.execute(&mut *db).await.or_broken()?;
    }
    Ok(())
}
