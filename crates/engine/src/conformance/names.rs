//! A name is held by one holder at a time.

use super::desk::{Desk, HERE, THERE, at};
use crate::model::ConnectionId;

async fn take(desk: &Desk, connection: ConnectionId, holder: &str, now: i64) -> String {
    let until = at(now + 60);
    desk.store.take_name(connection, "phone/79031234567", holder, at(now), until).await.unwrap()
}

pub async fn a_name_is_taken_once(desk: Desk) {
    assert_eq!(take(&desk, HERE, "one", 0).await, "one");
    assert_eq!(take(&desk, HERE, "two", 59).await, "one");
    let (now, until) = (at(59), at(119));
    let other = desk.store.take_name(HERE, "phone/79037654321", "two", now, until).await.unwrap();
    assert_eq!(other, "two");
}

pub async fn a_name_is_free_again_after_its_time(desk: Desk) {
    take(&desk, HERE, "one", 0).await;
    assert_eq!(take(&desk, HERE, "two", 60).await, "two");
    assert_eq!(take(&desk, HERE, "one", 61).await, "two");
}

pub async fn taking_a_name_again_changes_nothing(desk: Desk) {
    take(&desk, HERE, "one", 0).await;
    assert_eq!(take(&desk, HERE, "one", 30).await, "one");
    assert_eq!(take(&desk, HERE, "two", 60).await, "two", "it was not held any longer for that");
}

pub async fn connections_do_not_share_names(desk: Desk) {
    take(&desk, HERE, "one", 0).await;
    assert_eq!(take(&desk, THERE, "two", 0).await, "two");
}
