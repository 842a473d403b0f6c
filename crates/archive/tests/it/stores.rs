//! A store of each kind, and something in them.

use engine::Store;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent, Unreadable};
use futures::future::join_all;
use jiff::Timestamp;
use serde_json::json;
use store_postgres::{PostgresStore, testing};
use store_sqlite::SqliteStore;
use test_postgres::Database;

/// An empty SQLite store, and its folder.
pub(crate) async fn sqlite() -> (SqliteStore, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("svyazka.db")).await.unwrap();
    (store, folder)
}

/// An empty PostgreSQL store, and its database.
pub(crate) async fn postgres() -> (PostgresStore, Database) {
    testing::fresh().await
}

/// Accepts events, keeps something unreadable and writes a record: every kind of value there is.
pub(crate) async fn fill(store: &dyn Store, events: usize) {
    for accepted in join_all((0..events).map(|number| store.accept(event(number)))).await {
        accepted.unwrap();
    }
    let unreadable = Unreadable {
        connection: ConnectionId(1),
        hook: "uis_notifications".to_owned(),
        reason: json!({ "ru": "не JSON" }),
        body: vec![0, 1, 254, 255],
        received_at: Timestamp::UNIX_EPOCH,
    };
    store.reject(unreadable).await.unwrap();
    store.swap_record("office/duties", None, &json!({ "holder": "один" })).await.unwrap();
}

/// An event; its lane and key sort differently as texts and as numbers.
pub(crate) fn event(number: usize) -> NewEvent {
    NewEvent {
        connection: ConnectionId(1),
        lane: LaneKey::new("call", number),
        kind: "begin".to_owned(),
        dedup: DedupKey::new(number.to_string()),
        payload: json!({ "имя": "Анна «А»", "zero": "\u{0}", "number": number }),
        received_at: Timestamp::UNIX_EPOCH,
    }
}
