//! A door of a connection may be shut for a while.

use super::desk::{
    Desk, HERE, THERE, again, at, done, hiccup, live_write, plan, throttled, unknown, write,
};
use crate::model::{Door, Lease, NewEffect, Pause, Work};

/// A lane of a connection with one write by the door `rest`, given back.
async fn waiting(desk: &Desk, connection: crate::model::ConnectionId, lane: &str) {
    desk.deliver_to(connection, lane, "begin", 0).await;
    let lease = desk.lease(0).await;
    desk.step(&lease, 0, plan([write(&lease, "task")])).await;
    desk.release(&lease, 0).await;
}

async fn opened(desk: &Desk, now: i64) {
    desk.store.resume(HERE, &Door::new("rest"), at(now)).await.unwrap();
}

pub async fn a_shut_door_lets_nothing_out_before_its_time(desk: Desk) {
    waiting(&desk, HERE, "1").await;
    desk.shut(HERE, 60).await;
    let pause = Pause { until: at(60), failure: hiccup() };
    assert_eq!(desk.store.pauses(HERE).await.unwrap(), [(Door::new("rest"), pause)]);

    let lease = desk.lease(0).await;
    assert_eq!(desk.next(&lease, 59).await, Work::Rest);
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim(59).await, None);
    let lease = desk.lease(60).await;
    desk.send(&lease, "task", 60, done()).await;
}

pub async fn other_doors_and_other_connections_stay_open(desk: Desk) {
    desk.shut(HERE, 60).await;
    waiting(&desk, THERE, "1").await;
    let lease = desk.lease(0).await;
    desk.send(&lease, "task", 0, done()).await;

    let two = |lease: &Lease| [write(lease, "task"), live_write(lease, "card")];
    let lease = desk.planned("2", two).await;
    desk.send(&lease, "card", 0, done()).await;
    assert_eq!(desk.next(&lease, 0).await, Work::Rest);
    assert_eq!(desk.store.pauses(THERE).await.unwrap(), []);
}

pub async fn a_write_that_was_not_let_in_burns_no_attempt(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    for round in 0..20 {
        let now = round * 60;
        assert_eq!(desk.to_send(&lease, now).await.attempts, 0);
        desk.send(&lease, "task", now, throttled(now + 60)).await;
        assert_eq!(desk.next(&lease, now + 59).await, Work::Rest);
    }
    assert_eq!(desk.store.pauses(HERE).await.unwrap().len(), 1);
}

pub async fn a_look_that_was_not_let_in_stays_a_look(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(3)).await;
    desk.look(&lease, "task", 3, throttled(63)).await;
    assert_eq!(desk.next(&lease, 62).await, Work::Rest);
    assert_eq!(desk.to_look_for(&lease, 63).await.attempts, 1);
}

pub async fn a_success_opens_the_door(desk: Desk) {
    // two lanes are sending when one of them is throttled
    waiting(&desk, HERE, "1").await;
    waiting(&desk, HERE, "2").await;
    let (one, two) = (desk.lease(0).await, desk.lease(0).await);
    let late = desk.begin_to_send(&two, "task", 0).await;
    desk.send(&one, "task", 0, throttled(60)).await;
    desk.release(&one, 0).await;
    assert_eq!(desk.claim(5).await, None);

    desk.store.verdict(&two, late.id, done(), false, at(5)).await.unwrap();
    assert_eq!(desk.store.pauses(HERE).await.unwrap(), []);
    let lease = desk.lease(5).await;
    assert_eq!(lease.lane, one.lane);
    desk.send(&lease, "task", 5, done()).await;
}

pub async fn an_open_door_wakes_who_waited_for_it(desk: Desk) {
    waiting(&desk, HERE, "1").await;
    let lease = desk.lease(0).await;
    desk.send(&lease, "task", 0, throttled(3600)).await;
    desk.release(&lease, 0).await;
    waiting(&desk, HERE, "2").await;
    assert_eq!(desk.claim(10).await, None);

    opened(&desk, 10).await;
    for _ in 0..2 {
        let lease = desk.lease(10).await;
        desk.send(&lease, "task", 10, done()).await;
    }
}

pub async fn an_open_door_hurries_nothing_that_waits_for_its_own_moment(desk: Desk) {
    let later = |lease: &Lease| [NewEffect { not_before: Some(at(90)), ..write(lease, "task") }];
    let planned = desk.planned("1", later).await;
    let failed = desk.planned("2", |lease| [write(lease, "task")]).await;
    desk.send(&failed, "task", 0, again(90)).await;
    desk.shut(HERE, 60).await;
    opened(&desk, 10).await;
    for lease in [planned, failed] {
        assert_eq!(desk.next(&lease, 89).await, Work::Rest);
        desk.release(&lease, 10).await;
    }
    assert_eq!(desk.claim(89).await, None);
    assert!(desk.claim(90).await.is_some());
}

pub async fn the_newest_pause_counts(desk: Desk) {
    desk.shut(HERE, 600).await;
    desk.shut(HERE, 60).await;
    let pauses = desk.store.pauses(HERE).await.unwrap();
    assert_eq!(pauses.iter().map(|(_, pause)| pause.until).collect::<Vec<_>>(), [at(60)]);
    opened(&desk, 10).await;
    assert_eq!(desk.store.pauses(HERE).await.unwrap(), []);
}

pub async fn the_doors_of_all_connections_are_told_together(desk: Desk) {
    assert_eq!(desk.store.all_pauses().await.unwrap(), []);
    desk.shut(THERE, 60).await;
    desk.shut(HERE, 60).await;
    let pause = Pause { until: at(60), failure: hiccup() };
    let shut = |connection| (connection, Door::new("rest"), pause.clone());
    assert_eq!(desk.store.all_pauses().await.unwrap(), [shut(HERE), shut(THERE)]);
}
