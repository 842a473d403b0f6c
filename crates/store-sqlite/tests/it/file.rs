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
