//! A fresh database for a test.

#![expect(clippy::expect_used, reason = "test equipment: what can't be set up fails the test")]

use test_postgres::Database;

use crate::{PostgresStore, schema};

/// A database on the tests' server with an up-to-date schema, dropped together with the result.
///
/// # Panics
/// When it can't be made.
pub async fn fresh_database() -> Database {
    // a schema of another build gets another template
    Database::copied(&format!("svyazka_{}", schema::fingerprint()), async |url| {
        drop(PostgresStore::open(&url).await.expect("the schema can't be made"));
    })
    .await
}

/// An empty store, and the database beneath it.
///
/// # Panics
/// When it can't be made.
pub async fn fresh() -> (PostgresStore, Database) {
    let database = fresh_database().await;
    let store = PostgresStore::open(&database.url()).await.expect("the database can't be opened");
    (store, database)
}
