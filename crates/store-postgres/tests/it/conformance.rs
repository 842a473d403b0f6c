//! What every store must do.

use std::sync::Arc;

use engine::conformance::Fresh;
use store_postgres::testing;

engine::conformance!(open_store);

async fn open_store() -> Fresh {
    let (store, database) = testing::fresh().await;
    Fresh { store: Arc::new(store), guard: Box::new(database) }
}
