//! Whoever lost his lease can do nothing to the lane any more.

use serde_json::json;

use super::desk::{Desk, at, done, hiccup, live_write, plan, refusal, replayed, write};
use crate::StoreError;
use crate::model::{Effect, InputRef, Lease, NewNote, Step, Work};

/// A leased lane in the middle of sending.
async fn sending(desk: &Desk) -> (Lease, Effect) {
    let lease = desk.planned("1", |lease| [write(lease, "task"), write(lease, "next")]).await;
    let effect = desk.begin_to_send(&lease, "task", 0).await;
    (lease, effect)
}

/// Tries everything under a lost lease.
async fn is_fenced(desk: &Desk, lost: &Lease, effect: &Effect) {
    let (store, now) = (&desk.store, at(30));
    let before = desk.story(lost.lane).await;
    let step = plan([write(lost, "late")]);
    let late = [
        ("next_work", store.next_work(lost, now, false).await.map(drop)),
        ("renew", store.renew(lost, at(100)).await),
        ("commit", store.commit(lost, InputRef::Timer, step, now).await),
        ("postpone", store.postpone(lost, InputRef::Timer, at(90), true, &hiccup(), now).await),
        ("give_up", store.give_up(lost, InputRef::Timer, &refusal(), now).await),
        ("sending", store.sending(lost, effect.id, now).await),
        ("verdict", store.verdict(lost, effect.id, done(), false, now).await),
        ("release", store.release(lost, now).await),
    ];
    for (method, result) in late {
        assert!(matches!(result, Err(StoreError::Fenced)), "{method} went through: {result:?}");
    }
    assert_eq!(desk.story(lost.lane).await, before);
}

pub async fn who_was_taken_over_can_do_nothing(desk: Desk) {
    let (lost, effect) = sending(&desk).await;
    let lease = desk.lease(25).await;
    is_fenced(&desk, &lost, &effect).await;
    assert_eq!(desk.to_look_for(&lease, 30).await.id, effect.id);
}

pub async fn who_gave_the_lane_back_can_do_nothing(desk: Desk) {
    let lost = desk.planned("1", |lease| [write(lease, "task")]).await;
    let effect = desk.to_send(&lost, 0).await;
    desk.release(&lost, 0).await;
    is_fenced(&desk, &lost, &effect).await;
    let lease = desk.lease(30).await;
    assert_eq!(desk.to_send(&lease, 30).await, effect);
}

pub async fn whose_lease_was_freed_can_do_nothing(desk: Desk) {
    let (lost, effect) = sending(&desk).await;
    desk.store.free_leases(at(4)).await.unwrap();
    is_fenced(&desk, &lost, &effect).await;
    let lease = desk.lease(30).await;
    assert_eq!(desk.to_look_for(&lease, 30).await.id, effect.id);
}

pub async fn whose_lane_is_replayed_can_do_nothing(desk: Desk) {
    let (lost, effect) = sending(&desk).await;
    desk.store.replay(lost.lane, json!(null), replayed(), at(1)).await.unwrap();
    is_fenced(&desk, &lost, &effect).await;
}

pub async fn a_refused_commit_changes_nothing(desk: Desk) {
    let lost = desk.leased("1", 0).await;
    let input = desk.input(&lost, 0).await.0.reference();
    let lease = desk.lease(25).await;
    let step = Step {
        state: json!("late"),
        effects: vec![live_write(&lost, "card")],
        notes: vec![NewNote { kind: "late".to_owned(), data: json!(null) }],
        wake_at: Some(at(0)),
        ..Step::default()
    };
    let refused = desk.commit(&lost, input, 30, step).await;
    assert!(matches!(refused, Err(StoreError::Fenced)));

    let Work::Step { state, .. } = desk.next(&lease, 30).await else { panic!("no step") };
    assert_eq!(state, json!(null));
    desk.step(&lease, 30, plan([])).await;
    assert_eq!(desk.next(&lease, 30).await, Work::Rest);
    assert_eq!(desk.told(lease.lane).await, ["received"]);
}
