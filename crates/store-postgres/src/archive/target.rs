//! A database that is being filled.

use archive::{ArchiveError, Row, Source, Table, Target};
use async_trait::async_trait;
use sqlx::AssertSqlSafe;

use super::source::bind;
use super::{Result, quoted};
use crate::PostgresStore;
use crate::error::{OrBroken as _, Result as Done};
use crate::session::Session;

/// How many values one statement may have (the protocol counts them in 16 bits).
const VALUES: usize = 60_000;

#[async_trait]
impl Target for PostgresStore {
    async fn look(&self) -> Result<Box<dyn Source>> {
        self.snapshot().await
    }

    async fn under_way(&self) -> Result<Option<String>> {
        let mut db = self.read().await.map_err(ArchiveError::new)?;
        let source = source_of_mark(&mut db).await;
        db.finish(source).await.map_err(ArchiveError::new)
    }

    async fn mark(&self, from: Option<&str>) -> Result<()> {
        let mut db = self.write().await.map_err(ArchiveError::new)?;
        let marked = mark(&mut db, from).await;
        db.finish(marked).await.map_err(ArchiveError::new)
    }

    async fn add(&self, table: &Table, rows: Vec<Row>) -> Result<()> {
        let mut db = self.write().await.map_err(ArchiveError::new)?;
        let added = add(&mut db, table, &rows).await;
        db.finish(added).await.map_err(ArchiveError::new)
    }

    async fn number_on(&self, table: &Table) -> Result<()> {
        let mut db = self.write().await.map_err(ArchiveError::new)?;
        let numbered = number_on(&mut db, table).await;
        db.finish(numbered).await.map_err(ArchiveError::new)
    }
}

async fn source_of_mark(db: &mut Session) -> Done<Option<String>> {
    let there: Option<String> = sqlx::query_scalar("SELECT to_regclass('_copy')::text")
        .fetch_one(&mut *db)
        .await
        .or_broken()?;
    if there.is_none() {
        return Ok(None);
    }
    sqlx::query_scalar("SELECT source FROM _copy").fetch_optional(db).await.or_broken()
}

async fn mark(db: &mut Session, from: Option<&str>) -> Done<()> {
    let mut statements = vec![sqlx::query("DROP TABLE IF EXISTS _copy")];
    if let Some(from) = from {
        statements.push(sqlx::query("CREATE TABLE _copy (source TEXT NOT NULL)"));
        statements.push(sqlx::query("INSERT INTO _copy (source) VALUES ($1)").bind(from));
    }
    for statement in statements {
        statement.execute(&mut *db).await.or_broken()?;
    }
    Ok(())
}

async fn add(db: &mut Session, table: &Table, rows: &[Row]) -> Done<()> {
    for rows in rows.chunks(VALUES / table.columns.len().max(1)) {
        let query = sqlx::query(AssertSqlSafe(insert(table, rows.len())));
        let cells = rows.iter().flat_map(|row| row.iter().zip(&table.columns));
        let query = cells.fold(query, |query, (cell, column)| bind(query, column.kind, cell));
        query.execute(&mut *db).await.or_broken()?;
    }
    Ok(())
}

async fn number_on(db: &mut Session, table: &Table) -> Done<()> {
    let numbered: Option<String> = sqlx::query_scalar(
        "SELECT attname::text FROM pg_attribute
         WHERE attrelid = $1::regclass AND attidentity <> ''",
    )
    .bind(&table.name)
    .fetch_optional(&mut *db)
    .await
    .or_broken()?;
    let Some(column) = numbered else { return Ok(()) };
    let (name, quoted_column) = (quoted(&table.name), quoted(&column));
    let sql = format!(
        "SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max({quoted_column}), 1),
             max({quoted_column}) IS NOT NULL) FROM {name}"
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(&table.name).bind(&column);
    query.execute(db).await.or_broken()?;
    Ok(())
}

/// Inserts so many rows.
fn insert(table: &Table, rows: usize) -> String {
    let width = table.columns.len();
    let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let row = |row: usize| {
        let marks: Vec<_> = (1..=width).map(|at| format!("${}", row * width + at)).collect();
        format!("({})", marks.join(", "))
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    let (name, columns) = (quoted(&table.name), columns.join(", "));
    format!("INSERT INTO {name} ({columns}) VALUES {}", rows.join(", "))
}
