//! A lane is worked on by one worker at a time.

use serde_json::json;

use super::desk::{Desk, HERE, THERE, at, live_write, plan, unknown, write};
use crate::model::{LaneKey, Step, Work};

pub async fn a_leased_lane_is_not_leased_again(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    assert_eq!(desk.claim(0).await, None);
    assert_eq!(desk.claim_live(24).await, None);
    // nor when it waited longer than one that is free
    desk.deliver("2", "begin", 24).await;
    assert_ne!(desk.lease(24).await.lane, lease.lane);
}

pub async fn lanes_do_not_wait_for_each_other(desk: Desk) {
    desk.deliver("1", "begin", 0).await;
    desk.deliver("2", "begin", 0).await;
    let (one, two) = (desk.lease(0).await, desk.lease(0).await);
    assert_ne!(one.lane, two.lane);
    desk.step(&two, 0, plan([])).await;
    desk.step(&one, 0, plan([])).await;
}

pub async fn a_lease_that_ran_out_is_taken_over(desk: Desk) {
    let lost = desk.leased("1", 0).await;
    let lease = desk.lease(25).await;
    assert_eq!(lease.lane, lost.lane);
    assert!(lease.epoch > lost.epoch);
    assert_eq!(desk.event(&lease, 25).await, "begin");
}

pub async fn a_renewed_lease_is_not_taken_over(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.store.renew(&lease, at(40)).await.unwrap();
    assert_eq!(desk.claim(39).await, None);
    desk.step(&lease, 39, plan([])).await;
    assert_eq!(desk.claim(40).await, None, "nothing is left to do");
}

pub async fn a_lane_with_nothing_to_do_rests(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, plan([])).await;
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim(1_000_000).await, None);
}

pub async fn a_lane_given_back_unfinished_is_leased_again(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.release(&lease, 0).await;
    let again = desk.lease(0).await;
    assert_eq!(again.lane, lease.lane);
    desk.to_send(&again, 0).await;
}

pub async fn live_lanes_come_before_calm_ones(desk: Desk) {
    let calm = desk.planned("calm", |lease| [write(lease, "task")]).await;
    desk.release(&calm, 0).await;
    let live = desk.planned("live", |lease| [live_write(lease, "card")]).await;
    desk.release(&live, 0).await;
    desk.deliver("event", "begin", 10).await;

    assert_eq!(desk.lease(10).await.key, LaneKey::new("call", "live"));
    assert_eq!(desk.lease(10).await.key, LaneKey::new("call", "event"));
    assert_eq!(desk.lease(10).await.key, LaneKey::new("call", "calm"));
}

pub async fn the_lane_that_waited_longest_comes_first(desk: Desk) {
    for (lane, seconds) in [("third", 30), ("first", 10), ("second", 20)] {
        desk.deliver(lane, "begin", seconds).await;
    }
    // a lane that goes on getting events waits since the oldest one it was not stepped with
    desk.deliver("first", "more", 40).await;
    for lane in ["first", "second", "third"] {
        assert_eq!(desk.lease(50).await.key, LaneKey::new("call", lane));
    }
}

pub async fn calm_work_is_not_leased_to_who_wants_live_work(desk: Desk) {
    let lease = desk.planned("1", |lease| [write(lease, "task")]).await;
    assert_eq!(desk.next_live(&lease, 0).await, Work::Rest);
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim_live(0).await, None);
    assert!(desk.claim(0).await.is_some());
}

pub async fn live_work_is_found_behind_a_due_timer(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    let effects = vec![live_write(&lease, "card"), write(&lease, "task")];
    desk.step(&lease, 0, Step { effects, wake_at: Some(at(0)), ..Step::default() }).await;
    desk.release(&lease, 0).await;

    let lease = desk.claim_live(0).await.expect("there is live work");
    assert!(matches!(desk.next_live(&lease, 0).await, Work::Send(_)));
    desk.send(&lease, "card", 0, unknown(5)).await;
    assert!(matches!(desk.next(&lease, 0).await, Work::Step { .. }), "the timer comes after it");
    desk.step(&lease, 0, plan([])).await;
    assert_eq!(desk.next_live(&lease, 0).await, Work::Rest);
    desk.release(&lease, 0).await;
    assert_eq!(desk.claim_live(4).await, None);
    assert!(desk.claim_live(5).await.is_some());
}

pub async fn leases_of_a_process_that_is_gone_are_freed(desk: Desk) {
    let idle = desk.leased("1", 0).await;
    let busy = desk.planned("2", |lease| [write(lease, "task")]).await;
    desk.begin_to_send(&busy, "task", 0).await;

    assert_eq!(desk.store.free_leases(at(4)).await.unwrap(), 2);
    assert_eq!(desk.lease(1).await.lane, idle.lane);
    let busy = desk.lease(1).await;
    assert_eq!(desk.next(&busy, 3).await, Work::Rest, "it may be on its way still");
    desk.to_look_for(&busy, 4).await;
    desk.release(&busy, 4).await;
    assert_eq!(desk.store.free_leases(at(4)).await.unwrap(), 1);
    assert_eq!(desk.store.free_leases(at(4)).await.unwrap(), 0);
}

pub async fn a_lane_is_found_by_its_key(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    let find = |connection, lane| {
        let (store, key) = (&desk.store, LaneKey::new("call", lane));
        async move { store.find_lane(connection, &key).await.unwrap() }
    };
    let found = find(HERE, "1").await;
    assert_eq!(found.as_ref().map(|view| &view.key), Some(&lease.key));
    assert_eq!(found, desk.store.lane(lease.lane).await.unwrap());
    assert_eq!(find(HERE, "2").await, None);
    assert_eq!(find(THERE, "1").await, None);
}

pub async fn lanes_of_a_connection_are_read_page_by_page_the_newest_first(desk: Desk) {
    for (whose, lane) in [(HERE, "1"), (THERE, "2"), (HERE, "3"), (HERE, "4")] {
        desk.deliver_to(whose, lane, "begin", 0).await;
        let lease = desk.lease(0).await;
        let state = json!({ "lane": lane });
        desk.step(&lease, 0, Step { state, ..Step::default() }).await;
        desk.release(&lease, 0).await;
    }
    let mut pages = Vec::new();
    let mut before = None;
    loop {
        let page = desk.store.lanes_before(HERE, before, 2).await.unwrap();
        let Some((last, _)) = page.last() else { break };
        before = Some(*last);
        let told = page.iter().map(|(_, view)| (view.key.to_string(), view.state.clone()));
        pages.push(told.collect::<Vec<_>>());
    }
    let lane = |name: &str| (format!("call/{name}"), json!({ "lane": name }));
    assert_eq!(pages, [vec![lane("4"), lane("3")], vec![lane("1")]]);
}
