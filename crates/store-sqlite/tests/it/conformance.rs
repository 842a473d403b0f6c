//! What every store must do.

use std::path::Path;
use std::sync::Arc;

use engine::conformance::Fresh;
use store_sqlite::SqliteStore;

engine::conformance!(open_store);

async fn open_store() -> Fresh {
    let folder = folder();
    let store = SqliteStore::open(&folder.path().join("svyazka.db")).await.unwrap();
    Fresh { store: Arc::new(store), guard: Box::new(folder) }
}

/// A folder in memory where there is one. No case cuts the power, so the disk would prove nothing, and
/// hundreds of stores with thousands of commits would only wait for it.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}
