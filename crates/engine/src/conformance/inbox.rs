//! Events are stored before anything else happens to them.

use serde_json::json;

use super::desk::{Desk, HERE, THERE, at, plan, row};
use crate::journal::JournalQuery;
use crate::model::{Accepted, Input, Standing, Unreadable, Work};

pub async fn an_event_is_stored_and_worked_on(desk: Desk) {
    let Accepted::New(id) = desk.deliver("1", "begin", 0).await else { panic!("not new") };

    let lease = desk.lease(0).await;
    let Work::Step { state, input: Input::Event(event), failures } = desk.next(&lease, 0).await
    else {
        panic!("no step");
    };
    assert_eq!((event.id, event.kind.as_str()), (id, "begin"));
    assert_eq!(event.payload, json!({ "name": "begin" }));
    assert_eq!(event.received_at, at(0));
    assert_eq!((state, failures), (json!(null), 0));
}

pub async fn the_same_event_again_is_counted_and_not_stored(desk: Desk) {
    let first = desk.deliver("1", "begin", 0).await;
    let second = desk.deliver("1", "begin", 1).await;
    assert_eq!(second, Accepted::Duplicate(row(first)));

    let lease = desk.lease(1).await;
    desk.step(&lease, 1, plan([])).await;
    assert_eq!(desk.next(&lease, 1).await, Work::Rest);
    // also when it is worked off already
    assert_eq!(desk.deliver("1", "begin", 2).await, Accepted::Duplicate(row(first)));
    assert_eq!(desk.next(&lease, 2).await, Work::Rest);

    let notes = desk.story(lease.lane).await.notes;
    let received: Vec<_> = notes.iter().filter(|note| note.kind == "received").collect();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].data["copies"], 3);
}

pub async fn the_same_key_of_another_connection_is_another_event(desk: Desk) {
    desk.deliver_to(HERE, "1", "begin", 0).await;
    let other = desk.deliver_to(THERE, "1", "begin", 0).await;
    assert!(matches!(other, Accepted::New(_)));

    let (one, two) = (desk.lease(0).await, desk.lease(0).await);
    assert_eq!(one.key, two.key);
    assert_ne!(one.lane, two.lane);
    assert_ne!(one.connection, two.connection);
}

pub async fn events_of_a_lane_are_worked_on_in_the_order_of_arrival(desk: Desk) {
    for name in ["first", "second", "third"] {
        desk.deliver("1", name, 0).await;
    }
    let lease = desk.lease(0).await;
    for name in ["first", "second", "third"] {
        assert_eq!(desk.event(&lease, 0).await, name);
        desk.step(&lease, 0, plan([])).await;
    }
    assert_eq!(desk.next(&lease, 0).await, Work::Rest);
}

pub async fn an_event_may_come_while_its_lane_is_worked_on(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    assert_eq!(desk.claim(0).await, None);

    desk.step(&lease, 0, plan([])).await;
    assert_eq!(desk.event(&lease, 0).await, "second");
    // or too late for this lease
    desk.step(&lease, 0, plan([])).await;
    desk.deliver("1", "third", 0).await;
    desk.release(&lease, 0).await;
    let lease = desk.lease(0).await;
    assert_eq!(desk.event(&lease, 0).await, "third");
}

pub async fn what_can_not_be_read_is_kept_whole(desk: Desk) {
    let body = "{\"звонок\": \u{1F4DE}".to_owned();
    let unreadable = |body: &str| Unreadable {
        connection: HERE,
        hook: "uis".to_owned(),
        reason: json!({ "ru": "не JSON" }),
        body: body.as_bytes().to_vec(),
        received_at: at(5),
    };
    let lane = desk.store.reject(unreadable(&body)).await.unwrap();
    // the same again is not lost either
    let second = desk.store.reject(unreadable(&body)).await.unwrap();
    assert_ne!(lane, second);

    let story = desk.story(lane).await;
    assert_eq!(story.communication.state, Standing::Unreadable);
    assert_eq!(story.communication.connection, HERE);
    assert_eq!(story.communication.reason, json!({ "ru": "не JSON" }));
    assert_eq!(story.communication.started_at, at(5));
    assert_eq!(story.notes.len(), 1);
    assert_eq!(story.notes[0].kind, "unreadable");
    assert_eq!(story.notes[0].data["body"], body);
    assert_eq!(story.notes[0].data["hook"], "uis");

    let state = Some(Standing::Unreadable);
    assert_eq!(desk.list(JournalQuery { state, ..JournalQuery::default() }).await.len(), 2);
    assert_eq!(desk.claim(60).await, None);
}

pub async fn any_text_can_be_a_key_or_a_name(desk: Desk) {
    let long = "длинный ".repeat(1000);
    let odd = ["", "\0", "a\0b", "a\0\0b", "\u{FFFD}", "'; --", long.as_str()];
    for (number, text) in odd.iter().enumerate() {
        let accepted = desk.deliver(text, "begin", 0).await;
        assert!(matches!(accepted, Accepted::New(_)), "{number} is like one before it");
        let again = desk.deliver(text, "begin", 0).await;
        assert!(matches!(again, Accepted::Duplicate(_)), "{number} is not like itself");
    }
    assert_eq!(desk.list(JournalQuery::default()).await.len(), odd.len());
}
