//! How everything is doing, in numbers.

use serde_json::{Value, json};

use super::desk::{Desk, HERE, THERE, at, hiccup, plan, refusal, replayed, unknown, write};
use crate::model::{ConnectionId, Lease, Standing, Step, Summary, Verdict};
use crate::overview::{News, Undone};

/// A communication that stands as the flow says.
async fn stands(
    desk: &Desk,
    whose: ConnectionId,
    lane: &str,
    began: i64,
    state: Standing,
) -> Lease {
    desk.deliver_to(whose, lane, "begin", began).await;
    let lease = desk.lease(began).await;
    let summary = Summary {
        direction: None,
        phone: None,
        client: None,
        title: String::new(),
        state,
        reason: json!(null),
        started_at: at(began),
        task: None,
        contact: None,
    };
    desk.step(&lease, began, Step { summary: Some(summary), ..Step::default() }).await;
    lease
}

/// A communication with a write that was given up.
async fn gave_up(desk: &Desk, whose: ConnectionId, lane: &str, seconds: i64) -> Lease {
    let lease = stands(desk, whose, lane, seconds, Standing::Done).await;
    desk.deliver_to(whose, lane, "more", seconds).await;
    desk.step(&lease, seconds, plan([write(&lease, "task")])).await;
    desk.send(&lease, "task", seconds, Verdict::Dead(refusal())).await;
    lease
}

pub async fn an_empty_store_has_nothing_to_report(desk: Desk) {
    assert_eq!(desk.store.activity(at(0)).await.unwrap(), []);
    assert_eq!(desk.store.undone(at(0)).await.unwrap(), []);
    assert_eq!(desk.store.troubles(at(0)).await.unwrap(), []);
}

pub async fn communications_are_counted_by_hour_connection_and_standing(desk: Desk) {
    stands(&desk, HERE, "1", 0, Standing::Done).await;
    stands(&desk, HERE, "2", 3599, Standing::Done).await;
    stands(&desk, THERE, "3", 3599, Standing::Filtered).await;
    stands(&desk, HERE, "4", 3600, Standing::Done).await;
    gave_up(&desk, HERE, "5", 3601).await;

    let activity = desk.store.activity(at(0)).await.unwrap();
    let told: Vec<_> =
        activity.iter().map(|one| (one.hour, one.connection, one.state, one.count)).collect();
    assert!(activity.iter().all(|one| one.kind == "call"), "{activity:?}");
    let expected = [
        (at(0), HERE, Standing::Done, 2),
        (at(0), THERE, Standing::Filtered, 1),
        (at(3600), HERE, Standing::Dead, 1),
        (at(3600), HERE, Standing::Done, 1),
    ];
    assert_eq!(told, expected);
}

pub async fn what_began_earlier_is_not_counted(desk: Desk) {
    let lease = stands(&desk, HERE, "1", 0, Standing::Done).await;
    desk.release(&lease, 0).await;
    stands(&desk, HERE, "2", 3600, Standing::Done).await;
    desk.deliver("1", "late", 3700).await;
    let activity = desk.store.activity(at(3600)).await.unwrap();
    assert_eq!(
        activity.iter().map(|one| (one.hour, one.count)).collect::<Vec<_>>(),
        [(at(3600), 1)]
    );
}

pub async fn what_is_left_undone_is_counted_by_communication(desk: Desk) {
    let open = |lease: &Lease| ["a", "b"].map(|name| write(lease, name));
    let lease = desk.planned("1", open).await;
    desk.send(&lease, "a", 0, unknown(60)).await;
    desk.planned("2", open).await;
    gave_up(&desk, THERE, "3", 10).await;
    stands(&desk, THERE, "4", 10, Standing::Done).await;

    let here = Undone { connection: HERE, waiting: 2, oldest: Some(at(0)), dead: 0 };
    let there = Undone { connection: THERE, waiting: 0, oldest: None, dead: 1 };
    assert_eq!(desk.store.undone(at(0)).await.unwrap(), [here, there]);
    assert_eq!(desk.store.undone(at(11)).await.unwrap(), [here], "what waits waits, however long");
}

pub async fn the_news_of_each_connection_is_told(desk: Desk) {
    let nobody = ConnectionId(77);
    stands(&desk, HERE, "1", 20, Standing::Done).await;
    stands(&desk, HERE, "2", 30, Standing::Done).await;
    gave_up(&desk, THERE, "3", 10).await;
    let none = |connection| News { connection, last_at: None, dead: false };
    let here = News { last_at: Some(at(30)), ..none(HERE) };
    let there = News { last_at: Some(at(10)), dead: true, ..none(THERE) };
    let told = desk.store.news(&[nobody, THERE, HERE]).await.unwrap();
    assert_eq!(told, [none(nobody), there, here]);
    assert_eq!(desk.store.news(&[]).await.unwrap(), []);
}

pub async fn reasons_for_giving_up_are_counted_by_code(desk: Desk) {
    gave_up(&desk, HERE, "1", 10).await;
    let last = gave_up(&desk, HERE, "2", 20).await;
    gave_up(&desk, THERE, "3", 25).await;
    let lease = desk.leased("4", 30).await;
    let input = desk.input(&lease, 30).await.0.reference();
    desk.store.give_up(&lease, input, &hiccup(), at(30)).await.unwrap();

    let troubles = desk.store.troubles(at(0)).await.unwrap();
    let told: Vec<_> = troubles
        .iter()
        .map(|one| (one.connection, one.failure.code.as_str(), one.count, one.last_at, one.lane))
        .collect();
    assert_eq!(told.len(), 3);
    assert_eq!(told[0], (HERE, "TEST-HICCUP", 1, at(30), lease.lane));
    assert_eq!((told[1].0, told[1].1, told[1].2), (THERE, "TEST-NO", 1));
    assert_eq!(told[2], (HERE, "TEST-NO", 2, at(20), last.lane));
    assert_eq!(desk.store.troubles(at(26)).await.unwrap().len(), 1);
}

pub async fn what_is_replayed_is_no_trouble_any_more(desk: Desk) {
    let lease = gave_up(&desk, HERE, "1", 10).await;
    desk.store.replay(lease.lane, Value::Null, replayed(), at(20)).await.unwrap();
    assert_eq!(desk.store.troubles(at(0)).await.unwrap(), []);
    assert_eq!(desk.store.undone(at(0)).await.unwrap()[0].dead, 0);
}
