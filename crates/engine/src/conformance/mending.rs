//! What was given up can be tried again without deciding anew, and sent at somebody's own risk.

use serde_json::json;

use super::desk::{Desk, again, at, done, name, plan, refusal, unknown, write};
use crate::mend::Resend;
use crate::model::{Input, Lease, NewEffect, Standing, Step, Verdict, Work};

async fn retry(desk: &Desk, lease: &Lease, resend: Resend, now: i64) -> bool {
    desk.store.retry(lease.lane, resend, "olga", at(now)).await.unwrap()
}

/// The same, with something to be retried; the lane is leased anew.
async fn retried(desk: &Desk, lease: &Lease, resend: Resend, now: i64) -> Lease {
    desk.release(lease, now).await;
    assert!(retry(desk, lease, resend, now).await);
    desk.lease(now).await
}

/// A write that was given up though it may have been carried out.
async fn in_doubt(desk: &Desk) -> Lease {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(3)).await;
    desk.look(&lease, "task", 3, Verdict::Dead(refusal())).await;
    lease
}

async fn give_up(desk: &Desk, lease: &Lease, now: i64) {
    let input = desk.input(lease, now).await.0.reference();
    desk.store.give_up(lease, input, &refusal(), at(now)).await.unwrap();
}

pub async fn a_retry_sends_again_what_was_given_up_and_nothing_else(desk: Desk) {
    let two = |lease: &Lease| [write(lease, "done"), write(lease, "dead")];
    let lease = desk.planned("1", two).await;
    desk.send(&lease, "done", 0, done()).await;
    desk.send(&lease, "dead", 0, Verdict::Dead(refusal())).await;

    let lease = retried(&desk, &lease, Resend::AfterLooking, 10).await;
    assert_eq!(desk.to_send(&lease, 10).await.attempts, 0);
    desk.send(&lease, "dead", 10, done()).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest);
    assert_eq!(desk.story(lease.lane).await.communication.dead, 0);
}

pub async fn a_retry_looks_first_for_what_may_have_been_carried_out(desk: Desk) {
    let lease = in_doubt(&desk).await;
    let lease = retried(&desk, &lease, Resend::AfterLooking, 10).await;
    desk.look(&lease, "task", 10, again(10)).await;
    desk.send(&lease, "task", 10, done()).await;
}

pub async fn what_is_sent_anyway_is_not_looked_for(desk: Desk) {
    let lease = in_doubt(&desk).await;
    let lease = retried(&desk, &lease, Resend::Anyway, 10).await;
    desk.send(&lease, "task", 10, done()).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest);
}

pub async fn what_waits_to_be_looked_for_is_sent_anyway(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(60)).await;
    assert!(!retry(&desk, &lease, Resend::AfterLooking, 10).await, "it is not given up");
    let lease = retried(&desk, &lease, Resend::Anyway, 10).await;
    desk.to_send(&lease, 10).await;
}

pub async fn what_is_being_sent_is_looked_for_before_it_is_sent_anyway(desk: Desk) {
    let two = |lease: &Lease| {
        let telephony = crate::model::Door::new("telephony");
        [write(lease, "dead"), NewEffect { door: telephony, ..write(lease, "card") }]
    };
    let lease = desk.planned("1", two).await;
    desk.send(&lease, "dead", 0, Verdict::Dead(refusal())).await;
    desk.begin_to_send(&lease, "card", 0).await;

    assert!(retry(&desk, &lease, Resend::Anyway, 10).await);
    let fenced = desk.store.renew(&lease, at(99)).await;
    assert!(fenced.is_err(), "whoever works on the lane must hear of it");
    let lease = desk.lease(10).await;
    desk.send(&lease, "dead", 10, done()).await;
    assert_eq!(desk.next(&lease, 34).await, Work::Rest);
    assert_eq!(name(&desk.to_look_for(&lease, 35).await), "card");
}

pub async fn an_event_given_up_is_stepped_with_again(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    give_up(&desk, &lease, 0).await;
    desk.step(&lease, 0, Step { state: json!("kept"), ..Step::default() }).await;

    let lease = retried(&desk, &lease, Resend::AfterLooking, 10).await;
    let Work::Step { state, input, failures } = desk.next(&lease, 10).await else {
        panic!("no step")
    };
    assert!(matches!(input, Input::Event(event) if event.kind == "begin"));
    assert_eq!((state, failures), (json!("kept"), 0), "nothing is decided anew");
    desk.step(&lease, 10, plan([])).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest, "the second one was not given up");
    assert_eq!(desk.story(lease.lane).await.communication.state, Standing::Waiting);
}

pub async fn a_result_given_up_is_told_again(desk: Desk) {
    let report = |lease: &Lease| [NewEffect { report: true, ..write(lease, "task") }];
    let lease = desk.planned("1", report).await;
    desk.send(&lease, "task", 0, done()).await;
    give_up(&desk, &lease, 0).await;

    let lease = retried(&desk, &lease, Resend::AfterLooking, 10).await;
    let (input, _) = desk.input(&lease, 10).await;
    assert!(matches!(input, Input::Result(outcome) if outcome.result == Ok(json!({ "id": 7 }))));
    assert_eq!(desk.story(lease.lane).await.communication.state, Standing::Waiting);
    desk.step(&lease, 10, plan([])).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest, "once");
    assert!(!retry(&desk, &lease, Resend::AfterLooking, 20).await);
}

pub async fn a_timer_given_up_comes_again(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, Step { wake_at: Some(at(5)), ..Step::default() }).await;
    give_up(&desk, &lease, 5).await;

    let lease = retried(&desk, &lease, Resend::AfterLooking, 10).await;
    assert_eq!(desk.input(&lease, 10).await.0, Input::Timer);
    desk.step(&lease, 10, plan([])).await;
    assert!(!retry(&desk, &lease, Resend::AfterLooking, 20).await);
}

pub async fn where_nothing_was_given_up_there_is_nothing_to_retry(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    for resend in [Resend::AfterLooking, Resend::Anyway] {
        assert!(!retry(&desk, &lease, resend, 10).await);
    }
    desk.send(&lease, "task", 10, done()).await;
    assert_eq!(desk.told(lease.lane).await, ["received", "sent"]);
}

pub async fn the_story_tells_who_had_it_tried_again(desk: Desk) {
    for (lane, resend, kind) in
        [("1", Resend::AfterLooking, "retried"), ("2", Resend::Anyway, "sent_anyway")]
    {
        let lease = desk.planned(lane, |lease| [write(lease, "task")]).await;
        desk.send(&lease, "task", 0, Verdict::Dead(refusal())).await;
        assert!(retry(&desk, &lease, resend, 10).await);
        let last = desk.story(lease.lane).await.notes.pop().unwrap();
        assert_eq!((last.kind.as_str(), last.at), (kind, at(10)));
        assert_eq!(last.data, json!({ "by": "olga", "writes": 1, "inputs": 0 }));
    }
}
