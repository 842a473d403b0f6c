//! Threads: what was said in a lane, in the order in which the lane learnt of it.

use serde_json::{Value, json};

use super::desk::{Desk, at, lines, replayed, said, told};
use crate::model::{Entry, LaneId, Lines, NewEntry};
use crate::{LEASE, StoreError};

async fn read(desk: &Desk, lane: LaneId, which: Lines, limit: u32) -> Vec<Entry> {
    desk.store.thread(lane, which, limit).await.unwrap()
}

async fn texts(desk: &Desk, lane: LaneId, which: Lines, limit: u32) -> Vec<Value> {
    read(desk, lane, which, limit).await.into_iter().map(|entry| entry.data).collect()
}

pub async fn a_thread_keeps_its_lines_in_the_order_of_the_steps(desk: Desk) {
    let lane =
        desk.take_in("1", "a", 0, lines([said("m1", "Добрый день"), told("m2", "Да?")])).await.lane;
    let late = NewEntry { at: at(-60), ..said("m3", "Вы ещё работаете?") };
    desk.take_in("1", "b", 5, lines([late.clone()])).await;

    let thread = read(&desk, lane, Lines::Last, 10).await;
    let places: Vec<_> = thread.iter().map(|one| (one.seq, one.revision, &*one.name)).collect();
    assert_eq!(places, [(1, 1, "m1"), (2, 2, "m2"), (3, 3, "m3")]);
    assert_eq!((thread[0].calls, thread[1].calls), (true, false));
    assert_eq!((thread[2].at, &thread[2].data), (at(-60), &late.data));
}

pub async fn a_line_of_a_known_name_takes_its_new_content_and_keeps_its_place(desk: Desk) {
    let first = lines([told("m1", "отправляется"), said("m2", "Алло")]);
    let lane = desk.take_in("1", "a", 0, first).await.lane;
    desk.take_in("1", "b", 1, lines([told("m1", "доставлено")])).await;

    assert_eq!(texts(&desk, lane, Lines::Last, 10).await, ["доставлено", "Алло"]);
    let changed = read(&desk, lane, Lines::ChangedSince(2), 10).await;
    let changed: Vec<_> = changed.iter().map(|one| (one.seq, one.revision)).collect();
    assert_eq!(changed, [(1, 3)]);
}

pub async fn a_line_said_again_unchanged_is_no_news(desk: Desk) {
    let lane = desk.take_in("1", "a", 0, lines([said("m1", "Алло")])).await.lane;
    desk.take_in("1", "b", 1, lines([said("m1", "Алло")])).await;
    assert_eq!(read(&desk, lane, Lines::ChangedSince(1), 10).await, []);
}

pub async fn a_thread_is_read_in_pages_from_its_end(desk: Desk) {
    let many = (1..=7).map(|number| said(&format!("m{number}"), &number.to_string()));
    let lane = desk.take_in("1", "a", 0, lines(many)).await.lane;
    assert_eq!(texts(&desk, lane, Lines::Last, 3).await, ["5", "6", "7"]);
    assert_eq!(texts(&desk, lane, Lines::Before(5), 3).await, ["2", "3", "4"]);
    assert_eq!(texts(&desk, lane, Lines::Before(2), 3).await, ["1"]);
    assert_eq!(texts(&desk, lane, Lines::ChangedSince(5), 3).await, ["6", "7"]);
}

pub async fn threads_of_other_lanes_are_other_threads(desk: Desk) {
    let one = desk.take_in("1", "a", 0, lines([said("m1", "один")])).await.lane;
    let two = desk.take_in("2", "a", 0, lines([said("m1", "два")])).await.lane;
    assert_eq!(texts(&desk, one, Lines::Last, 9).await, ["один"]);
    assert_eq!(texts(&desk, two, Lines::Last, 9).await, ["два"]);
}

pub async fn a_refused_step_says_nothing(desk: Desk) {
    let lost = desk.leased("1", 0).await;
    let input = desk.input(&lost, 0).await.0.reference();
    desk.lease(LEASE.as_secs()).await;
    let refused = desk.commit(&lost, input, 30, lines([said("m1", "поздно")])).await;
    assert!(matches!(refused, Err(StoreError::Fenced)));
    assert_eq!(read(&desk, lost.lane, Lines::Last, 9).await, []);
}

pub async fn a_replay_finds_the_lines_in_their_places(desk: Desk) {
    let first = lines([said("m1", "один"), said("m2", "два")]);
    let lane = desk.take_in("1", "a", 0, first).await.lane;
    desk.store.replay(lane, json!(null), replayed(), at(9)).await.unwrap();
    let lease = desk.lease(9).await;
    desk.step(&lease, 9, lines([said("m2", "два"), said("m1", "один")])).await;
    let thread = read(&desk, lane, Lines::Last, 9).await;
    let places: Vec<_> = thread.iter().map(|one| (one.seq, one.revision, &*one.name)).collect();
    assert_eq!(places, [(1, 1, "m1"), (2, 2, "m2")]);
}

pub async fn a_line_is_found_by_its_name(desk: Desk) {
    let lane = desk.take_in("1", "a", 0, lines([said("m1", "один"), said("m2", "два")])).await.lane;
    let found = desk.store.entry(lane, "m2").await.unwrap().unwrap();
    assert_eq!((found.seq, found.data), (2, json!("два")));
    assert_eq!(desk.store.entry(lane, "m3").await.unwrap(), None);
}
