//! When there is something to do.

use super::desk::{Desk, at, live_write, plan, write};
use crate::model::{NewEffect, Step};
use crate::store::Backlog;

async fn due(desk: &Desk) -> (Option<jiff::Timestamp>, Option<jiff::Timestamp>) {
    (desk.store.next_due(false).await.unwrap(), desk.store.next_due(true).await.unwrap())
}

pub async fn nothing_is_due_in_an_empty_store(desk: Desk) {
    assert_eq!(due(&desk).await, (None, None));
    assert_eq!(desk.store.backlog(at(0)).await.unwrap(), Backlog::default());
}

pub async fn a_lane_is_due_since_its_event_came(desk: Desk) {
    desk.deliver("1", "begin", 10).await;
    desk.deliver("2", "begin", 20).await;
    desk.deliver("1", "more", 30).await;
    assert_eq!(due(&desk).await, (Some(at(10)), Some(at(10))));

    let backlog = desk.store.backlog(at(40)).await.unwrap();
    assert_eq!(backlog, Backlog { due: 2, oldest: Some(at(10)) });
    assert_eq!(desk.store.backlog(at(9)).await.unwrap(), Backlog::default());
}

pub async fn a_leased_lane_is_due_when_its_lease_runs_out(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    assert_eq!(due(&desk).await, (Some(at(25)), Some(at(25))));
    desk.store.renew(&lease, at(30)).await.unwrap();
    assert_eq!(due(&desk).await, (Some(at(30)), Some(at(30))));
}

pub async fn what_waits_is_due_at_its_moment(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    let later = |write: NewEffect, seconds| NewEffect { not_before: Some(at(seconds)), ..write };
    let effects = vec![later(write(&lease, "task"), 50), later(live_write(&lease, "card"), 70)];
    desk.step(&lease, 0, Step { effects, wake_at: Some(at(60)), ..Step::default() }).await;
    desk.release(&lease, 0).await;
    assert_eq!(due(&desk).await, (Some(at(50)), Some(at(70))), "a timer is not live");
}

pub async fn a_worked_off_lane_is_not_due(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, plan([])).await;
    assert_eq!(due(&desk).await, (None, None));
    desk.release(&lease, 0).await;
    assert_eq!(due(&desk).await, (None, None));
    assert_eq!(desk.store.backlog(at(1000)).await.unwrap(), Backlog::default());
}

pub async fn a_store_that_is_there_answers(desk: Desk) {
    desk.store.ping().await.unwrap();
}
