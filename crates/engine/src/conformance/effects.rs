//! Planned writes leave in order, and are never sent blindly.

use serde_json::json;

use super::desk::{Desk, again, at, done, hiccup, live_write, name, refusal, unknown, write};
use crate::model::{EffectState, Input, Lease, NewEffect, Urgency, Verdict, Work};

fn reported(lease: &Lease, name: &str) -> NewEffect {
    NewEffect { report: true, ..write(lease, name) }
}

pub async fn writes_of_one_door_leave_one_after_the_other(desk: Desk) {
    let three = |lease: &Lease| ["first", "second", "third"].map(|name| write(lease, name));
    let lease = desk.planned("1", three).await;
    desk.send(&lease, "first", 0, again(10)).await;
    assert_eq!(desk.next(&lease, 9).await, Work::Rest, "the next ones wait behind it");
    desk.send(&lease, "first", 10, unknown(20)).await;
    assert_eq!(desk.next(&lease, 19).await, Work::Rest);
    desk.look(&lease, "first", 20, done()).await;
    desk.send(&lease, "second", 20, done()).await;
    desk.send(&lease, "third", 20, done()).await;
    assert_eq!(desk.next(&lease, 20).await, Work::Rest);
}

pub async fn another_door_is_not_held_up(desk: Desk) {
    let two = |lease: &Lease| [write(lease, "task"), live_write(lease, "card")];
    let lease = desk.planned("1", two).await;
    desk.send(&lease, "card", 0, again(60)).await;
    desk.send(&lease, "task", 0, done()).await;
    desk.send(&lease, "card", 60, done()).await;
}

pub async fn a_live_write_leaves_before_an_older_calm_one(desk: Desk) {
    let two = |lease: &Lease| [write(lease, "task"), live_write(lease, "card")];
    let lease = desk.planned("1", two).await;
    let card = desk.to_send(&lease, 0).await;
    assert_eq!(
        (name(&card), card.urgency, card.door.0.as_str()),
        ("card", Urgency::Live, "telephony")
    );
    desk.send(&lease, "card", 0, done()).await;
    let task = desk.to_send(&lease, 0).await;
    assert_eq!((name(&task), task.urgency, task.door.0.as_str()), ("task", Urgency::Calm, "rest"));
    assert_eq!((task.state, task.attempts, task.planned_at), (EffectState::Pending, 0, at(0)));
}

pub async fn a_write_does_not_leave_before_its_moment(desk: Desk) {
    let later = |lease: &Lease| [NewEffect { not_before: Some(at(60)), ..write(lease, "task") }];
    let lease = desk.planned("1", later).await;
    assert_eq!(desk.next(&lease, 59).await, Work::Rest);
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim(59).await, None);
    let lease = desk.lease(60).await;
    desk.send(&lease, "task", 60, done()).await;
}

pub async fn a_write_found_being_sent_is_looked_for(desk: Desk) {
    let two = |lease: &Lease| [write(lease, "task"), write(lease, "next")];
    let lost = desk.planned("1", two).await;
    let effect = desk.begin_to_send(&lost, "task", 0).await;
    let lease = desk.lease(25).await;
    let found = desk.to_look_for(&lease, 25).await;
    assert_eq!((found.id, found.state, found.attempts), (effect.id, EffectState::Sending, 1));
}

pub async fn a_write_of_unknown_result_is_looked_for_at_its_moment(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(3)).await;
    assert_eq!(desk.next(&lease, 2).await, Work::Rest);
    assert_eq!(desk.to_look_for(&lease, 3).await.state, EffectState::Unknown);
    // the look itself may not tell
    desk.look(&lease, "task", 3, unknown(10)).await;
    assert_eq!(desk.next(&lease, 9).await, Work::Rest);
    desk.to_look_for(&lease, 10).await;
}

pub async fn a_write_that_was_found_is_done(desk: Desk) {
    let lease = desk.planned("1", |lease| [reported(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(3)).await;
    desk.look(&lease, "task", 3, done()).await;
    let (input, _) = desk.input(&lease, 3).await;
    assert!(matches!(input, Input::Result(outcome) if outcome.result == Ok(json!({ "id": 7 }))));
    assert_eq!(desk.told(lease.lane).await, ["received", "unknown", "found"]);
}

pub async fn a_write_that_was_not_found_is_sent_again(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(3)).await;
    desk.look(&lease, "task", 3, again(5)).await;
    assert_eq!(desk.next(&lease, 4).await, Work::Rest);
    desk.send(&lease, "task", 5, done()).await;
    assert_eq!(desk.told(lease.lane).await, ["received", "unknown", "not_found", "sent"]);
}

pub async fn a_result_is_told_only_to_who_asked(desk: Desk) {
    let two = |lease: &Lease| [write(lease, "quiet"), reported(lease, "loud")];
    let lease = desk.planned("1", two).await;
    desk.send(&lease, "quiet", 0, done()).await;
    desk.send(&lease, "loud", 0, Verdict::Done(json!("yes"))).await;
    let (Input::Result(outcome), _) = desk.input(&lease, 0).await else { panic!("no result") };
    assert_eq!((outcome.kind.as_str(), outcome.result), ("write", Ok(json!("yes"))));
    desk.step(&lease, 0, super::desk::plan([])).await;
    assert_eq!(desk.next(&lease, 0).await, Work::Rest, "it is told once");
}

pub async fn a_write_given_up_is_told_and_lets_the_next_one_go(desk: Desk) {
    let two = |lease: &Lease| [reported(lease, "task"), write(lease, "next")];
    let lease = desk.planned("1", two).await;
    desk.send(&lease, "task", 0, Verdict::Dead(refusal())).await;
    let (Input::Result(outcome), _) = desk.input(&lease, 0).await else { panic!("no result") };
    assert_eq!(outcome.result, Err(refusal()));
    desk.step(&lease, 0, super::desk::plan([])).await;
    desk.send(&lease, "next", 0, done()).await;
}

pub async fn every_sending_and_every_failed_look_is_an_attempt(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, again(0)).await;
    assert_eq!(desk.to_send(&lease, 0).await.attempts, 1);
    desk.send(&lease, "task", 0, unknown(0)).await;
    assert_eq!(desk.to_look_for(&lease, 0).await.attempts, 2);
    desk.look(&lease, "task", 0, Verdict::Unknown { look_at: at(0), failure: hiccup() }).await;
    assert_eq!(desk.to_look_for(&lease, 0).await.attempts, 3);
    desk.look(&lease, "task", 0, again(0)).await;
    assert_eq!(desk.to_send(&lease, 0).await.attempts, 3, "a look that told it counts nothing");
    // one that was cut short counts as well
    desk.begin_to_send(&lease, "task", 0).await;
    let lease = desk.lease(25).await;
    assert_eq!(desk.to_look_for(&lease, 25).await.attempts, 4);
}
