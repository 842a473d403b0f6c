//! One moment's state, read row by row.

use archive::{ArchiveError, Cell, Column, Kind, Row, Source, Table};
use async_trait::async_trait;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Postgres, Row as _};

use super::{Result, quoted, tables};
use crate::PostgresStore;
use crate::session::Session;

/// Begins a transaction that sees one moment's state for as long as a copy takes.
const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \
    SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

/// A reader's snapshot.
struct Snapshot(Session);

impl PostgresStore {
    /// The state of this moment, to be copied. Other nodes may go on meanwhile.
    ///
    /// # Errors
    /// The database can't be read.
    pub async fn snapshot(&self) -> Result<Box<dyn Source>> {
        let session = Session::begin(&self.pool, SNAPSHOT).await.map_err(ArchiveError::new)?;
        Ok(Box::new(Snapshot(session)))
    }
}

#[async_trait]
impl Source for Snapshot {
    async fn tables(&mut self) -> Result<Vec<Table>> {
        tables::tables(&mut self.0).await
    }

    async fn count(&mut self, table: &Table) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM {}", quoted(&table.name));
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut self.0)
            .await
            .map_err(ArchiveError::new)?;
        Ok(rows.cast_unsigned())
    }

    async fn rows(
        &mut self,
        table: &Table,
        after: Option<&[Cell]>,
        limit: u32,
    ) -> Result<Vec<Row>> {
        let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
        let key = key_in_bytes(table, "");
        let from = match after {
            Some(_) => {
                let marks: Vec<_> = (1..=table.key.len()).map(|at| format!("${at}")).collect();
                format!("WHERE ({key}) > ({})", marks.join(", "))
            }
            None => String::new(),
        };
        let (name, columns) = (quoted(&table.name), columns.join(", "));
        let sql = format!("SELECT {columns} FROM {name} {from} ORDER BY {key} LIMIT {limit}");
        let cells = after.unwrap_or_default().iter().zip(table.key_columns());
        let query = cells.fold(sqlx::query(AssertSqlSafe(sql)), |query, (cell, column)| {
            bind(query, column.kind, cell)
        });
        let rows = query.fetch_all(&mut self.0).await.map_err(ArchiveError::new)?;
        rows.iter().map(|row| self::cells(row, table.columns.iter())).collect()
    }

    async fn last_key(&mut self, table: &Table) -> Result<Option<Vec<Cell>>> {
        let columns: Vec<_> = table.key_columns().map(|column| quoted(&column.name)).collect();
        let (columns, order) = (columns.join(", "), key_in_bytes(table, " DESC"));
        let name = quoted(&table.name);
        let sql = format!("SELECT {columns} FROM {name} ORDER BY {order} LIMIT 1");
        let row = sqlx::query(AssertSqlSafe(sql))
            .fetch_optional(&mut self.0)
            .await
            .map_err(ArchiveError::new)?;
        row.map(|row| cells(&row, table.key_columns())).transpose()
    }
}

/// The key's columns, texts byte by byte whatever the database's collation is.
fn key_in_bytes(table: &Table, direction: &str) -> String {
    let column = |column: &Column| match column.kind {
        Kind::Text => format!("{} COLLATE \"C\"{direction}", quoted(&column.name)),
        Kind::Int | Kind::Flag | Kind::Bytes => format!("{}{direction}", quoted(&column.name)),
    };
    table.key_columns().map(column).collect::<Vec<_>>().join(", ")
}

/// Binds a value of a column.
pub(super) fn bind<'q>(
    query: Query<'q, Postgres, PgArguments>,
    kind: Kind,
    cell: &Cell,
) -> Query<'q, Postgres, PgArguments> {
    let number = |cell: &Cell| if let Cell::Int(number) = cell { Some(*number) } else { None };
    match kind {
        Kind::Int => query.bind(number(cell)),
        Kind::Flag => query.bind(number(cell).map(|number| number != 0)),
        Kind::Text => {
            query.bind(if let Cell::Text(text) = cell { Some(text.clone()) } else { None })
        }
        Kind::Bytes => {
            query.bind(if let Cell::Bytes(bytes) = cell { Some(bytes.clone()) } else { None })
        }
    }
}

fn cells<'a>(row: &PgRow, columns: impl Iterator<Item = &'a Column>) -> Result<Row> {
    let cell = |(at, column): (usize, &Column)| {
        let cell = match column.kind {
            Kind::Int => row.try_get::<Option<i64>, _>(at).map(|it| it.map(Cell::Int)),
            Kind::Flag => {
                row.try_get::<Option<bool>, _>(at).map(|it| it.map(|it| Cell::Int(it.into())))
            }
            Kind::Text => row.try_get::<Option<String>, _>(at).map(|it| it.map(Cell::Text)),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(at).map(|it| it.map(Cell::Bytes)),
        };
        cell.map(|cell| cell.unwrap_or(Cell::Null)).map_err(ArchiveError::new)
    };
    columns.enumerate().map(cell).collect()
}
