//! A name is held by one holder at a time.

use super::desk::{Desk, HERE, THERE, at};
use crate::model::ConnectionId;

const ONE: &str = "1";
const TWO: &str = "2";

async fn take(desk: &Desk, connection: ConnectionId, holder: &str, now: i64) -> String {
    let until = at(now + 60);
    desk.store.take_name(connection, "phone/79031234567", holder, at(now), until).await.unwrap()
}

pub async fn a_name_is_taken_once(desk: Desk) {
    assert_eq!(take(&desk, HERE, ONE, 0).await, ONE);
    assert_eq!(take(&desk, HERE, TWO, 59).await, ONE);
    let (now, until) = (at(59), at(119));
    let other = desk.store.take_name(HERE, "phone/79037654321", TWO, now, until).await.unwrap();
    assert_eq!(other, TWO);
}

pub async fn a_name_is_free_again_after_its_time(desk: Desk) {
    take(&desk, HERE, ONE, 0).await;
    assert_eq!(take(&desk, HERE, TWO, 60).await, TWO);
    assert_eq!(take(&desk, HERE, ONE, 61).await, TWO);
}

pub async fn taking_a_name_again_changes_nothing(desk: Desk) {
    take(&desk, HERE, ONE, 0).await;
    assert_eq!(take(&desk, HERE, ONE, 30).await, ONE);
    assert_eq!(take(&desk, HERE, TWO, 60).await, TWO, "it was not held any longer for that");
}

pub async fn connections_do_not_share_names(desk: Desk) {
    take(&desk, HERE, ONE, 0).await;
    assert_eq!(take(&desk, THERE, TWO, 0).await, TWO);
}
