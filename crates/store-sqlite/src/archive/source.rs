//! One moment's state, read row by row.

use archive::{ArchiveError, Cell, Column, Kind, Row, Source, Table};
use async_trait::async_trait;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Row as _, Sqlite, Transaction};

use super::{Result, quoted};
use crate::SqliteStore;

/// A reader's snapshot.
struct Snapshot(Transaction<'static, Sqlite>);

impl SqliteStore {
    /// The state of this moment, to be copied.
    ///
    /// # Errors
    /// The database can't be read.
    pub async fn snapshot(&self) -> Result<Box<dyn Source>> {
        let reading = self.readers.begin().await.map_err(ArchiveError::new)?;
        Ok(Box::new(Snapshot(reading)))
    }
}

#[async_trait]
impl Source for Snapshot {
    async fn tables(&mut self) -> Result<Vec<Table>> {
        let names: Vec<String> = sqlx::query_scalar(
            r"SELECT name FROM sqlite_master
              WHERE type = 'table' AND name NOT LIKE '\_%' ESCAPE '\' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'",
        )
        .fetch_all(&mut *self.0)
        .await
        .map_err(ArchiveError::new)?;
        let mut tables = Vec::new();
        for name in names {
            tables.push(self.table(name).await?);
        }
        Ok(archive::in_order(tables))
    }

    async fn count(&mut self, table: &Table) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM {}", quoted(&table.name));
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut *self.0)
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
        let columns = names(table.columns.iter());
        let key = names(table.key_columns());
        let from = match after {
            Some(_) => {
                let marks = vec!["?"; table.key.len()].join(", ");
                format!("WHERE ({key}) > ({marks})")
            }
            None => String::new(),
        };
        let name = quoted(&table.name);
        let sql = format!("SELECT {columns} FROM {name} {from} ORDER BY {key} LIMIT {limit}");
        let query = after.unwrap_or_default().iter().fold(sqlx::query(AssertSqlSafe(sql)), bind);
        let rows = query.fetch_all(&mut *self.0).await.map_err(ArchiveError::new)?;
        rows.iter().map(|row| cells(row, table.columns.iter())).collect()
    }

    async fn last_key(&mut self, table: &Table) -> Result<Option<Vec<Cell>>> {
        let key = names(table.key_columns());
        let backwards: Vec<_> =
            table.key_columns().map(|column| format!("{} DESC", quoted(&column.name))).collect();
        let (name, order) = (quoted(&table.name), backwards.join(", "));
        let sql = format!("SELECT {key} FROM {name} ORDER BY {order} LIMIT 1");
        let row = sqlx::query(AssertSqlSafe(sql))
            .fetch_optional(&mut *self.0)
            .await
            .map_err(ArchiveError::new)?;
        row.map(|row| cells(&row, table.key_columns())).transpose()
    }
}

impl Snapshot {
    async fn table(&mut self, name: String) -> Result<Table> {
        let mut columns: Vec<(String, String, bool, i64)> =
            sqlx::query_as(r#"SELECT name, type, "notnull", pk FROM pragma_table_info(?)"#)
                .bind(&name)
                .fetch_all(&mut *self.0)
                .await
                .map_err(ArchiveError::new)?;
        columns.sort();
        let mut key: Vec<(i64, usize)> = columns
            .iter()
            .enumerate()
            .filter(|(_, (.., place))| *place > 0)
            .map(|(at, (.., place))| (*place, at))
            .collect();
        key.sort_unstable();
        let refers_to =
            sqlx::query_scalar(r#"SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)"#)
                .bind(&name)
                .fetch_all(&mut *self.0)
                .await
                .map_err(ArchiveError::new)?;
        let columns = columns.into_iter().map(|(name, kind, not_null, place)| {
            Ok(Column { name, kind: kind_of(&kind)?, nullable: !not_null && place == 0 })
        });
        let key = key.into_iter().map(|(_, at)| at).collect();
        Ok(Table { name, columns: columns.collect::<Result<_>>()?, key, refers_to })
    }
}

fn kind_of(declared: &str) -> Result<Kind> {
    match declared {
        "INTEGER" => Ok(Kind::Int),
        "TEXT" => Ok(Kind::Text),
        "BLOB" => Ok(Kind::Bytes),
        other => Err(ArchiveError::new(format!("a column of an unknown type: {other}"))),
    }
}

fn names<'a>(columns: impl Iterator<Item = &'a Column>) -> String {
    columns.map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ")
}

/// Binds a value.
pub(super) fn bind<'q>(
    query: Query<'q, Sqlite, SqliteArguments>,
    cell: &Cell,
) -> Query<'q, Sqlite, SqliteArguments> {
    match cell {
        Cell::Null => query.bind(None::<i64>),
        Cell::Int(number) => query.bind(*number),
        Cell::Text(text) => query.bind(text.clone()),
        Cell::Bytes(bytes) => query.bind(bytes.clone()),
    }
}

fn cells<'a>(row: &SqliteRow, columns: impl Iterator<Item = &'a Column>) -> Result<Row> {
    let cell = |(at, column): (usize, &Column)| {
        let cell = match column.kind {
            Kind::Int | Kind::Flag => row.try_get::<Option<i64>, _>(at).map(|it| it.map(Cell::Int)),
            Kind::Text => row.try_get::<Option<String>, _>(at).map(|it| it.map(Cell::Text)),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(at).map(|it| it.map(Cell::Bytes)),
        };
        cell.map(|cell| cell.unwrap_or(Cell::Null)).map_err(ArchiveError::new)
    };
    columns.enumerate().map(cell).collect()
}
