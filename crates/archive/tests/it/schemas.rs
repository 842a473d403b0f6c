//! The two schemas are one: whoever adds a migration to one store adds it to the other.

use std::collections::BTreeSet;

use archive::{Kind, Table, Target};
use sqlx::{Connection as _, PgConnection, SqliteConnection};

use crate::stores;

async fn tables(target: &dyn Target) -> Vec<Table> {
    target.look().await.unwrap().tables().await.unwrap()
}

/// A table as a sentence, flags told as the numbers they are on SQLite.
fn told(table: &Table) -> String {
    let column = |column: &archive::Column| {
        let kind = if column.kind == Kind::Flag { Kind::Int } else { column.kind };
        format!("{} {kind:?}{}", column.name, if column.nullable { "?" } else { "" })
    };
    let columns: Vec<_> = table.columns.iter().map(column).collect();
    let key: Vec<_> = table.key_columns().map(|column| column.name.as_str()).collect();
    let mut refers_to = table.refers_to.clone();
    refers_to.sort();
    format!("{}: {}; key {key:?}; refers to {refers_to:?}", table.name, columns.join(", "))
}

#[tokio::test]
async fn both_stores_have_the_same_tables_columns_keys_and_references() {
    let (small, _folder) = stores::sqlite().await;
    let (large, _database) = stores::postgres().await;
    let (one, two) = (tables(&small).await, tables(&large).await);
    let told_all = |tables: &[Table]| tables.iter().map(told).collect::<Vec<_>>();
    assert_eq!(told_all(&one), told_all(&two));
    assert!(one.len() > 10, "{}", one.len());
}

#[tokio::test]
async fn both_stores_have_the_same_indexes() {
    let (_small, folder) = stores::sqlite().await;
    let file = folder.path().join("svyazka.db");
    let mut sqlite =
        SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    let one: BTreeSet<String> = sqlx::query_scalar(
        r#"SELECT m.name || ' ' || CASE l."unique" WHEN 1 THEN 'unique ' ELSE '' END
             || CASE l.partial WHEN 1 THEN 'partial ' ELSE '' END || group_concat(i.name)
           FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_info(l.name) i
           WHERE m.type = 'table' AND l.origin <> 'pk' AND m.name NOT LIKE '\_%' ESCAPE '\'
           GROUP BY m.name, l.name"#,
    )
    .fetch_all(&mut sqlite)
    .await
    .unwrap()
    .into_iter()
    .collect();

    let (_large, database) = stores::postgres().await;
    let mut postgres: PgConnection = database.connect().await;
    let two: BTreeSet<String> = sqlx::query_scalar(
        r"SELECT c.relname || ' ' || CASE WHEN i.indisunique THEN 'unique ' ELSE '' END
             || CASE WHEN i.indpred IS NOT NULL THEN 'partial ' ELSE '' END
             || string_agg(a.attname, ',' ORDER BY k.place)
           FROM pg_index i
           JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = current_schema()::regnamespace
           CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
           WHERE NOT i.indisprimary AND c.relname NOT LIKE '\_%'
           GROUP BY c.relname, i.indexrelid, i.indisunique, i.indpred IS NOT NULL",
    )
    .fetch_all(&mut postgres)
    .await
    .unwrap()
    .into_iter()
    .collect();
    assert_eq!(one, two);
    assert!(one.len() > 10, "{one:?}");
}
