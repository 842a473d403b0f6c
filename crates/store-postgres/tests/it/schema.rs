//! Migrations on a database that several nodes share.

use futures::future::join_all;
use sqlx::Executor as _;
use store_postgres::{PostgresStore, testing};
use test_postgres::Database;

#[tokio::test]
async fn nodes_that_start_together_on_an_empty_database_all_find_it_ready() {
    let database = Database::empty().await;
    let url = database.url();
    for opened in join_all((0..5).map(|_| PostgresStore::open(&url))).await {
        opened.unwrap();
    }
    let found = PostgresStore::examine(&url).await.unwrap();
    assert_eq!(found.missing_migrations, 0);
}

#[tokio::test]
async fn a_look_at_an_empty_database_tells_what_is_missing_and_changes_nothing() {
    let database = Database::empty().await;
    for _ in 0..2 {
        let found = PostgresStore::examine(&database.url()).await.unwrap();
        assert!(found.missing_migrations >= 4, "{found:?}");
        // the tests' server forgoes the disk, and a look finds that out
        assert!(found.dangers.iter().any(|danger| danger.starts_with("fsync")), "{found:?}");
    }
}

/// While a new version is rolled out, nodes of the old one go on with the new version's schema.
#[tokio::test]
async fn a_schema_that_a_newer_version_has_brought_further_will_do() {
    let (_store, database) = testing::fresh().await;
    let mut postgres = database.connect().await;
    let newer = "ALTER TABLE lanes ADD COLUMN of_tomorrow TEXT;
        INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'of tomorrow', TRUE, '\\x00', 0)";
    postgres.execute(newer).await.unwrap();
    PostgresStore::open(&database.url()).await.unwrap();
}
