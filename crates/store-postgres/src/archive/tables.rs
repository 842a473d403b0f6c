//! What tables there are.

use archive::{ArchiveError, Column, Kind, Table};
use sqlx::FromRow;

use super::Result;
use crate::session::Session;

/// Every table of the program, in order.
pub(super) async fn tables(db: &mut Session) -> Result<Vec<Table>> {
    let names: Vec<String> = sqlx::query_scalar(
        r"SELECT tablename::text FROM pg_tables
          WHERE schemaname = current_schema() AND tablename NOT LIKE '\_%'",
    )
    .fetch_all(&mut *db)
    .await
    .map_err(ArchiveError::new)?;
    let mut tables = Vec::new();
    for name in names {
        tables.push(table(db, name).await?);
    }
    Ok(archive::in_order(tables))
}

/// A column as the catalogue has it.
#[derive(FromRow)]
struct Listed {
    name: String,
    kind: String,
    nullable: bool,
    /// Its place in the primary key, from 1.
    place: Option<i32>,
}

async fn table(db: &mut Session, name: String) -> Result<Table> {
    let mut listed: Vec<Listed> = sqlx::query_as(
        "SELECT a.attname::text AS name, format_type(a.atttypid, NULL) AS kind,
           NOT a.attnotnull AS nullable, array_position(k.indkey::int2[], a.attnum) + 1 AS place
         FROM pg_attribute a
         LEFT JOIN pg_index k ON k.indrelid = a.attrelid AND k.indisprimary
         WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped",
    )
    .bind(&name)
    .fetch_all(&mut *db)
    .await
    .map_err(ArchiveError::new)?;
    listed.sort_by(|one, two| one.name.cmp(&two.name));
    let mut key: Vec<(i32, usize)> = listed
        .iter()
        .enumerate()
        .filter_map(|(at, column)| column.place.map(|place| (place, at)))
        .collect();
    key.sort_unstable();
    let refers_to: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT confrelid::regclass::text FROM pg_constraint
         WHERE contype = 'f' AND conrelid = $1::regclass",
    )
    .bind(&name)
    .fetch_all(db)
    .await
    .map_err(ArchiveError::new)?;
    let columns = listed.into_iter().map(|Listed { name, kind, nullable, .. }| {
        Ok(Column { name, kind: kind_of(&kind)?, nullable })
    });
    let key = key.into_iter().map(|(_, at)| at).collect();
    Ok(Table { name, columns: columns.collect::<Result<_>>()?, key, refers_to })
}

fn kind_of(declared: &str) -> Result<Kind> {
    match declared {
        "bigint" => Ok(Kind::Int),
        "boolean" => Ok(Kind::Flag),
        "text" => Ok(Kind::Text),
        "bytea" => Ok(Kind::Bytes),
        other => Err(ArchiveError::new(format!("a column of an unknown type: {other}"))),
    }
}
