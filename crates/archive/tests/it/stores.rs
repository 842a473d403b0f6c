//! A store of each kind, and something in them.

use engine::board::{Card, CardPlace};
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEntry, NewEvent, Step, Unreadable, Work};
use engine::store::Claim;
use engine::{LEASE, Store};
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
    show_one(store).await;
    store.swap_record("office/duties", None, &json!({ "holder": "один" })).await.unwrap();
}

/// Puts a lane on the board, with a line in its thread that somebody has read.
async fn show_one(store: &dyn Store) {
    let now = Timestamp::UNIX_EPOCH;
    let claim = Claim { owner: "fill".to_owned(), now, until: now + LEASE, live_only: false };
    let Some(lease) = store.claim(claim).await.unwrap() else { return };
    let Work::Step { input, .. } = store.next_work(&lease, now, false).await.unwrap() else {
        unreachable!("no step");
    };
    let said = NewEntry { name: "1".to_owned(), at: now, calls: true, data: json!("Алло") };
    let card = Card {
        place: CardPlace::Queue,
        holder: None,
        waiting_since: Some(now),
        last_at: now,
        client: Some("visitor/7".to_owned()),
        data: json!({ "name": "Анна" }),
    };
    let step = Step { entries: vec![said], card: Some(card), ..Step::default() };
    store.commit(&lease, input.reference(), step, now).await.unwrap();
    store.mark_read(lease.lane, "person/1", 1, now).await.unwrap();
    store.release(&lease, now).await.unwrap();
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
