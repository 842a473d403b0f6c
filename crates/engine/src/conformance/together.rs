//! Many who do the same thing at the same moment. On a store with several nodes these are the races that
//! happen between them.

use std::collections::BTreeSet;

use futures::future::join_all;
use serde_json::json;

use super::desk::{Desk, HERE, at, done, plan, throttled, write};
use crate::model::{Accepted, Lease};

/// How many do it.
const MANY: i64 = 12;

pub async fn an_event_that_many_bring_at_once_is_stored_once(desk: Desk) {
    let brought = join_all((0..MANY).map(|_| desk.deliver("1", "begin", 0))).await;
    let new = brought.iter().filter(|accepted| matches!(accepted, Accepted::New(_))).count();
    assert_eq!(new, 1);
    let lease = desk.lease(0).await;
    assert_eq!(desk.event(&lease, 0).await, "begin");
    desk.step(&lease, 0, plan([])).await;
    assert_eq!(desk.next(&lease, 0).await, crate::model::Work::Rest);
    assert_eq!(desk.story(lease.lane).await.notes[0].data["copies"], MANY);
}

pub async fn events_that_many_bring_at_once_keep_a_lane_of_their_own_each(desk: Desk) {
    let lanes: Vec<String> = (0..MANY).map(|lane| lane.to_string()).collect();
    // each lane's two events come at once, too
    let brought = lanes.iter().flat_map(|lane| ["begin", "more"].map(|name| (lane, name)));
    join_all(brought.map(|(lane, name)| desk.deliver(lane, name, 0))).await;
    for _ in &lanes {
        let lease = desk.lease(0).await;
        desk.step(&lease, 0, plan([])).await;
        desk.step(&lease, 0, plan([])).await;
        desk.release(&lease, 0).await;
    }
    assert_eq!(desk.claim(0).await, None);
}

pub async fn many_who_ask_at_once_lease_different_lanes(desk: Desk) {
    for lane in 0..MANY {
        desk.deliver(&lane.to_string(), "begin", 0).await;
    }
    let asked = join_all((0..MANY).map(|_| desk.claim(0))).await;
    let leased: Vec<Lease> = asked.into_iter().flatten().collect();
    let lanes: BTreeSet<_> = leased.iter().map(|lease| lease.lane).collect();
    assert_eq!(lanes.len(), leased.len(), "a lane was leased twice");
    // whoever was passed over asks again
    let mut left = lanes.len();
    while desk.claim(0).await.is_some() {
        left += 1;
    }
    assert_eq!(i64::try_from(left).unwrap(), MANY);
}

pub async fn of_many_who_write_a_record_one_succeeds(desk: Desk) {
    for over in [None, Some(1)] {
        let values: Vec<_> = (0..MANY).map(|number| json!(number)).collect();
        let tried = values.iter().map(|value| desk.store.swap_record("leader", over, value));
        let written = join_all(tried).await.into_iter().filter(|tried| *tried.as_ref().unwrap());
        assert_eq!(written.count(), 1);
    }
}

pub async fn of_many_who_take_a_name_one_holds_it(desk: Desk) {
    let holders: Vec<_> = (0..MANY).map(|number| number.to_string()).collect();
    let (now, until) = (at(0), at(60));
    let taken =
        holders.iter().map(|holder| desk.store.take_name(HERE, "phone/7", holder, now, until));
    let told: BTreeSet<_> = join_all(taken).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(told.len(), 1, "they were told different holders: {told:?}");
}

pub async fn lanes_that_open_and_shut_a_door_at_once_do_not_stand_in_each_others_way(desk: Desk) {
    let mut sending = Vec::new();
    for lane in 0..MANY {
        let lease = desk.planned(&lane.to_string(), |lease| [write(lease, "task")]).await;
        let effect = desk.begin_to_send(&lease, "task", 0).await;
        sending.push((lease, effect));
    }
    desk.shut(HERE, 60).await;
    // every other one succeeds, which opens the door; the others are turned away, which shuts it
    let verdicts = sending.iter().zip(0..MANY).map(|((lease, effect), number)| {
        let verdict = if number % 2 == 0 { done() } else { throttled(60) };
        desk.store.verdict(lease, effect.id, verdict, false, at(1))
    });
    for stored in join_all(verdicts).await {
        stored.unwrap();
    }
    // whatever the door is now, nobody waits longer than it does
    for (lease, _) in &sending {
        desk.release(lease, 1).await;
    }
    for _ in 0..MANY / 2 {
        let lease = desk.lease(60).await;
        desk.send(&lease, "task", 60, done()).await;
        desk.release(&lease, 60).await;
    }
    assert_eq!(desk.claim(60).await, None);
}
