//! A replay works a lane off once more and can't double anything.

use serde_json::json;

use super::desk::{Desk, again, at, done, name, plan, refusal, replayed, unknown, write};
use crate::model::{Input, LaneId, LaneKey, Lease, NewEffect, Standing, Step, Verdict, Work};

async fn replay(desk: &Desk, lease: &Lease, now: i64) -> Lease {
    desk.store.replay(lease.lane, json!("rewound"), replayed(), at(now)).await.unwrap();
    desk.lease(now).await
}

pub async fn a_replay_begins_with_the_first_event_and_the_given_state(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    let step = Step { state: json!("late"), wake_at: Some(at(5)), ..Step::default() };
    desk.step(&lease, 0, step.clone()).await;
    desk.store
        .give_up(&lease, desk.input(&lease, 0).await.0.reference(), &refusal(), at(0))
        .await
        .unwrap();
    assert_eq!(desk.story(lease.lane).await.communication.state, Standing::Dead);

    let view = desk.store.lane(lease.lane).await.unwrap().unwrap();
    assert_eq!((view.key, view.state), (LaneKey::new("call", "1"), json!("late")));
    let lease = replay(&desk, &lease, 10).await;
    let Work::Step { state, failures, .. } = desk.next(&lease, 10).await else { panic!("no step") };
    assert_eq!((state, failures), (json!("rewound"), 0));
    for event in ["begin", "second"] {
        assert_eq!(desk.event(&lease, 10).await, event);
        desk.step(&lease, 10, plan([])).await;
    }
    assert_eq!(desk.next(&lease, 10).await, Work::Rest, "the former life's timer is gone");
    let story = desk.story(lease.lane).await;
    assert_eq!(story.communication.state, Standing::Waiting);
    assert_eq!(story.notes.iter().filter(|note| note.kind == "replayed").count(), 1);
}

pub async fn what_was_carried_out_stays_so(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, done()).await;
    let lease = replay(&desk, &lease, 10).await;
    desk.step(&lease, 10, plan([write(&lease, "task")])).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest);
}

pub async fn what_was_given_up_is_sent_again(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, Verdict::Dead(refusal())).await;
    let lease = replay(&desk, &lease, 10).await;
    desk.step(&lease, 10, plan([])).await;
    assert_eq!(desk.to_send(&lease, 10).await.attempts, 0);
    desk.send(&lease, "task", 10, done()).await;
    assert_eq!(desk.story(lease.lane).await.communication.dead, 0);
}

pub async fn what_was_given_up_in_doubt_is_looked_for(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.send(&lease, "task", 0, unknown(3)).await;
    desk.look(&lease, "task", 3, Verdict::Dead(refusal())).await;
    let lease = replay(&desk, &lease, 10).await;
    desk.step(&lease, 10, plan([write(&lease, "task")])).await;
    desk.look(&lease, "task", 10, again(10)).await;
    // now it is known not to be there: given up again, it is not in doubt
    desk.send(&lease, "task", 10, Verdict::Dead(refusal())).await;
    let lease = replay(&desk, &lease, 20).await;
    desk.step(&lease, 20, plan([])).await;
    desk.to_send(&lease, 20).await;
}

pub async fn what_is_being_sent_right_now_is_looked_for_when_it_must_have_ended(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.begin_to_send(&lease, "task", 5).await;
    let lease = replay(&desk, &lease, 10).await;
    desk.step(&lease, 10, plan([write(&lease, "task")])).await;
    assert_eq!(desk.next(&lease, 34).await, Work::Rest);
    desk.to_look_for(&lease, 35).await;
}

pub async fn a_result_is_told_again_once_its_write_is_planned_again(desk: Desk) {
    let reported = |lease: &Lease| NewEffect { report: true, ..write(lease, "task") };
    let lease = desk.planned("1", |lease| [reported(lease)]).await;
    desk.send(&lease, "task", 0, done()).await;
    desk.step(&lease, 0, plan([])).await;

    let lease = replay(&desk, &lease, 10).await;
    assert_eq!(desk.event(&lease, 10).await, "begin", "the flow does not know of the write yet");
    desk.step(&lease, 10, plan([reported(&lease)])).await;
    let (input, _) = desk.input(&lease, 10).await;
    assert!(matches!(input, Input::Result(outcome) if outcome.result == Ok(json!({ "id": 7 }))));
    desk.step(&lease, 10, plan([reported(&lease)])).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest, "once");
}

pub async fn a_write_to_be_sent_takes_the_new_plan(desk: Desk) {
    let two = |lease: &Lease| [write(lease, "dead"), write(lease, "done")];
    let lease = desk.planned("1", two).await;
    desk.send(&lease, "dead", 0, Verdict::Dead(refusal())).await;
    desk.send(&lease, "done", 0, done()).await;

    let lease = replay(&desk, &lease, 10).await;
    let mended = |old| NewEffect { payload: json!({ "name": "mended" }), ..write(&lease, old) };
    desk.step(&lease, 10, plan([mended("dead"), mended("done")])).await;
    assert_eq!(name(&desk.to_send(&lease, 10).await), "mended");
    desk.send(&lease, "mended", 10, done()).await;
    assert_eq!(desk.next(&lease, 10).await, Work::Rest);
}

pub async fn a_replayed_lane_does_not_pass_those_that_wait(desk: Desk) {
    let old = desk.leased("old", 0).await;
    desk.step(&old, 0, plan([])).await;
    desk.release(&old, 0).await;
    desk.deliver("new", "begin", 100).await;
    desk.store.replay(old.lane, json!(null), replayed(), at(200)).await.unwrap();
    assert_eq!(desk.lease(200).await.key, LaneKey::new("call", "new"));
    assert_eq!(desk.lease(200).await.lane, old.lane);
}

pub async fn a_lane_that_is_not_there_is_not_replayed(desk: Desk) {
    assert_eq!(desk.store.lane(LaneId(99)).await.unwrap(), None);
}
