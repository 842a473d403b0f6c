//! Nodes hear of each other.

use std::time::Duration;

use engine::Store as _;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde_json::json;
use store_postgres::{PostgresStore, testing};

fn event(number: usize) -> NewEvent {
    NewEvent {
        connection: ConnectionId(1),
        lane: LaneKey::new("call", number),
        kind: "begin".to_owned(),
        dedup: DedupKey::new(number.to_string()),
        payload: json!({}),
        received_at: Timestamp::UNIX_EPOCH,
    }
}

#[tokio::test]
async fn an_event_that_one_node_accepts_is_announced_to_the_others() {
    let (one, database) = testing::fresh().await;
    let other = PostgresStore::open(&database.url()).await.unwrap();
    let heard = async {
        for number in 0.. {
            one.accept(event(number)).await.unwrap();
            // it may not be listening yet: a hint is a hint
            let patience = Duration::from_millis(200);
            if tokio::time::timeout(patience, other.announced()).await.is_ok() {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_mins(1), heard).await.expect("nothing was heard");
}
