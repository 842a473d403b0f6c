//! The database file.

#[cfg(unix)]
#[tokio::test]
async fn a_new_database_and_its_side_files_are_closed_to_others() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let _store = store_sqlite::SqliteStore::open(&folder.path().join("svyazka.db")).await.unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", file.path().display());
    }
}

#[tokio::test]
async fn a_schema_that_a_newer_version_has_brought_further_will_do() {
    use sqlx::{Connection as _, Executor as _, SqliteConnection};

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("svyazka.db");
    drop(store_sqlite::SqliteStore::open(&path).await.unwrap());
    let mut sqlite =
        SqliteConnection::connect(&format!("sqlite:{}", path.display())).await.unwrap();
    let newer = "ALTER TABLE lanes ADD COLUMN of_tomorrow TEXT;
        INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'of tomorrow', TRUE, x'00', 0)";
    sqlite.execute(newer).await.unwrap();
    store_sqlite::SqliteStore::open(&path).await.unwrap();
}
