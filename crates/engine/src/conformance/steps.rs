//! A step is an input, and the state, plans, notes and summary it leads to, committed as one.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::desk::{Desk, at, done, hiccup, live_write, name, plan, refusal, write};
use crate::journal::JournalQuery;
use crate::model::{Input, Lease, NewEffect, NewNote, Standing, Step, Summary, Work};

fn wake(seconds: i64) -> Step {
    Step { wake_at: Some(at(seconds)), ..Step::default() }
}

async fn postpone(desk: &Desk, lease: &Lease, again_at: i64, burn: bool) {
    let input = desk.input(lease, again_at).await.0.reference();
    desk.store.postpone(lease, input, at(again_at), burn, &hiccup(), at(0)).await.unwrap();
}

pub async fn a_step_is_committed_as_one(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    let summary = Summary {
        direction: None,
        phone: None,
        client: None,
        title: "Звонок".to_owned(),
        state: Standing::Filtered,
        reason: json!("why"),
        started_at: at(-5),
        task: None,
        contact: None,
    };
    let step = Step {
        state: json!({ "talks": true }),
        effects: vec![write(&lease, "task")],
        notes: vec![NewNote { kind: "decided".to_owned(), data: json!({ "leaf": 3 }) }],
        wake_at: Some(at(60)),
        summary: Some(summary),
        ..Step::default()
    };
    desk.step(&lease, 1, step).await;

    let Work::Step { state, input, .. } = desk.next(&lease, 1).await else { panic!("no step") };
    assert_eq!(state, json!({ "talks": true }));
    assert!(matches!(input, Input::Event(event) if event.kind == "second"));
    let story = desk.story(lease.lane).await;
    assert_eq!(story.communication.title, "Звонок");
    assert_eq!(story.communication.state, Standing::Filtered);
    assert_eq!((story.communication.started_at, story.communication.updated_at), (at(-5), at(1)));
    let note = story.notes.iter().find(|note| note.kind == "decided").unwrap();
    assert_eq!((note.at, &note.data), (at(1), &json!({ "leaf": 3 })));

    desk.step(&lease, 1, wake(60)).await;
    assert_eq!(name(&desk.to_send(&lease, 1).await), "task");
}

pub async fn the_same_operation_planned_twice_is_one_write(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    desk.step(&lease, 0, plan([write(&lease, "task"), write(&lease, "task")])).await;
    let changed = NewEffect { payload: json!({ "name": "other" }), ..write(&lease, "task") };
    desk.step(&lease, 0, plan([changed.clone()])).await;

    desk.send(&lease, "task", 0, done()).await;
    assert_eq!(desk.next(&lease, 0).await, Work::Rest);
    // nor is it written again when it is done
    desk.deliver("1", "third", 0).await;
    desk.step(&lease, 0, plan([NewEffect { report: true, ..changed }])).await;
    assert_eq!(desk.next(&lease, 0).await, Work::Rest);
}

pub async fn results_come_before_events_and_events_before_the_timer(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    let report = NewEffect { report: true, ..write(&lease, "task") };
    desk.step(&lease, 0, Step { effects: vec![report], ..wake(5) }).await;
    desk.send(&lease, "task", 0, done()).await;
    desk.deliver("1", "second", 0).await;

    let (input, _) = desk.input(&lease, 9).await;
    assert!(matches!(input, Input::Result(outcome) if outcome.result == Ok(json!({ "id": 7 }))));
    desk.step(&lease, 9, wake(5)).await;
    assert_eq!(desk.event(&lease, 9).await, "second");
    desk.step(&lease, 9, wake(5)).await;
    assert_eq!(desk.input(&lease, 9).await.0, Input::Timer);
    desk.step(&lease, 9, plan([])).await;
    assert_eq!(desk.next(&lease, 9).await, Work::Rest);
}

pub async fn the_flow_is_woken_when_it_asked_to_be(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, wake(60)).await;
    assert_eq!(desk.next(&lease, 59).await, Work::Rest);
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim(59).await, None);
    let lease = desk.lease(60).await;
    assert_eq!(desk.input(&lease, 60).await.0, Input::Timer);
}

pub async fn a_flow_that_does_not_ask_again_is_not_woken(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, wake(60)).await;
    desk.deliver("1", "second", 1).await;
    desk.step(&lease, 1, plan([])).await;
    assert_eq!(desk.next(&lease, 60).await, Work::Rest);
}

pub async fn a_step_that_failed_is_repeated_later_and_its_failures_count(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    for failures in 0..3 {
        let now = i64::from(failures) * 5;
        assert_eq!(desk.input(&lease, now).await.1, failures);
        postpone(&desk, &lease, now + 5, true).await;
        assert_eq!(desk.next(&lease, now + 4).await, Work::Rest);
    }
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim(14).await, None);
    let lease = desk.lease(15).await;
    assert_eq!(desk.event(&lease, 15).await, "begin");
    assert_eq!(desk.told(lease.lane).await.iter().filter(|kind| *kind == "step_again").count(), 3);
}

pub async fn a_step_that_was_not_let_in_counts_no_failure(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    postpone(&desk, &lease, 5, false).await;
    assert_eq!(desk.input(&lease, 5).await.1, 0);
}

pub async fn the_writes_of_a_lane_go_on_while_its_step_waits(desk: Desk) {
    let lease = desk.planned("1", |lease| [live_write(lease, "card")]).await;
    desk.deliver("1", "second", 0).await;
    postpone(&desk, &lease, 60, true).await;
    desk.send(&lease, "card", 0, done()).await;
    // what came meanwhile waits behind the step that failed
    desk.deliver("1", "third", 1).await;
    assert_eq!(desk.next(&lease, 59).await, Work::Rest);
    assert_eq!(desk.event(&lease, 60).await, "second");
}

pub async fn a_step_that_succeeds_forgets_the_failures(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    postpone(&desk, &lease, 5, true).await;
    desk.step(&lease, 5, plan([])).await;
    assert_eq!(desk.event(&lease, 5).await, "second");
    assert_eq!(desk.input(&lease, 5).await.1, 0);
}

pub async fn what_comes_in_does_not_wait_behind_a_timer_that_failed(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, wake(5)).await;
    for failures in 0..3 {
        assert_eq!(desk.input(&lease, 60).await, (Input::Timer, failures));
        postpone(&desk, &lease, 60, true).await;
    }
    desk.release(&lease, 5).await;
    assert_eq!(desk.claim(59).await, None);

    desk.deliver("1", "second", 6).await;
    let lease = desk.lease(6).await;
    assert_eq!(desk.input(&lease, 6).await.1, 0, "the timer's failures are not the event's");
    // the flow wants to be woken at once, but the timer still has its pause and its failures
    desk.step(&lease, 6, wake(6)).await;
    assert_eq!(desk.next(&lease, 59).await, Work::Rest);
    assert_eq!(desk.input(&lease, 60).await, (Input::Timer, 3));
    desk.step(&lease, 60, wake(61)).await;
    assert_eq!(desk.input(&lease, 61).await, (Input::Timer, 0));
}

/// Gives the lane's present input up.
async fn give_up(desk: &Desk, lease: &Lease, now: Timestamp) -> Value {
    let Work::Step { state, input, .. } = desk.store.next_work(lease, now, false).await.unwrap()
    else {
        panic!("no step");
    };
    desk.store.give_up(lease, input.reference(), &refusal(), now).await.unwrap();
    state
}

pub async fn an_event_given_up_is_dead_and_the_next_one_comes(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.deliver("1", "second", 0).await;
    postpone(&desk, &lease, 5, true).await;
    give_up(&desk, &lease, at(5)).await;
    assert_eq!(desk.event(&lease, 5).await, "second");
    assert_eq!(desk.input(&lease, 5).await.1, 0);

    let story = desk.story(lease.lane).await;
    assert_eq!(story.communication.state, Standing::Dead);
    assert_eq!(story.notes[0].data["state"], "dead");
    let note = story.notes.iter().find(|note| note.kind == "event_dead").unwrap();
    assert_eq!(note.data["failure"]["code"], "TEST-NO");
}

pub async fn a_result_given_up_is_dead_in_the_journal(desk: Desk) {
    let report = |lease: &Lease| [NewEffect { report: true, ..write(lease, "task") }];
    let lease = desk.planned("1", report).await;
    desk.send(&lease, "task", 0, done()).await;
    give_up(&desk, &lease, at(1)).await;
    assert_eq!(desk.next(&lease, 1).await, Work::Rest);

    assert_eq!(desk.story(lease.lane).await.communication.state, Standing::Dead);
    let state = Some(Standing::Dead);
    assert_eq!(desk.list(JournalQuery { state, ..JournalQuery::default() }).await, ["1"]);
}

pub async fn a_timer_given_up_does_not_come_again(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, Step { state: json!(1), ..wake(5) }).await;
    assert_eq!(give_up(&desk, &lease, at(5)).await, json!(1));
    assert_eq!(desk.next(&lease, 1000).await, Work::Rest);
    assert_eq!(desk.story(lease.lane).await.communication.state, Standing::Dead);
}
