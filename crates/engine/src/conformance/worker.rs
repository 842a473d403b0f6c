//! The worker's rules, on the store: what is tried again, how often, and when it is given up.

use domain::Class;
use jiff::SignedDuration;
use serde_json::json;

use super::desk::{Desk, HERE, at, failure, hiccup, live_write, plan, refusal, write};
use super::flows::{Fake, Seen};
use super::shop::Shop;
use crate::flow::{Found, Place};
use crate::journal::Story;
use crate::model::{EventId, LaneId, Standing};
use crate::retry::RetryPolicy;

/// One calm write for every event.
fn one_task() -> Fake {
    Fake::planning(|place: &Place| [write(place, "task")])
}

async fn first_story(desk: &Desk) -> Story {
    let page = desk.store.journal(crate::journal::JournalQuery { limit: 1, ..Default::default() });
    desk.story(page.await.unwrap().items.first().unwrap().id).await
}

fn count(story: &Story, kind: &str) -> usize {
    story.notes.iter().filter(|note| note.kind == kind).count()
}

fn tries() -> usize {
    RetryPolicy::default().pauses.len() + 1
}

pub async fn a_panic_in_a_step_is_tried_again_and_hurts_no_other_lane(desk: Desk) {
    let shop = Shop::new(
        &desk,
        Fake::stepping(|place, _, nth| {
            assert!(place.key.thing() != "bad" || nth > 2, "a bug");
            Ok(plan([write(place, "task")]))
        }),
    );
    desk.deliver("bad", "begin", 0).await;
    desk.deliver("good", "begin", 0).await;
    shop.work().await;
    assert_eq!(shop.sends(), 1);
    shop.until_quiet().await;
    assert_eq!((shop.steps("bad"), shop.sends()), (3, 2));
}

pub async fn a_step_refused_for_good_is_given_up_at_once(desk: Desk) {
    let shop = Shop::new(&desk, Fake::stepping(|_, _, _| Err(refusal())));
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!(shop.steps("1"), 1);
    assert_eq!(first_story(&desk).await.communication.state, Standing::Dead);
}

pub async fn a_step_that_always_fails_is_given_up_after_growing_pauses(desk: Desk) {
    let shop = Shop::new(&desk, Fake::stepping(|_, _, _| Err(hiccup())));
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!(shop.steps("1"), tries());
    let story = first_story(&desk).await;
    let again: Vec<_> = story.notes.iter().filter(|note| note.kind == "step_again").collect();
    assert_eq!(again.len(), tries() - 1);
    let pauses: Vec<_> = again.windows(2).map(|two| two[1].at.duration_since(two[0].at)).collect();
    // the longest pauses are alike but for their jitter
    assert!(pauses.windows(2).all(|two| two[1] > two[0].mul_f64(0.8)), "{pauses:?}");
    assert!(
        pauses[0] < SignedDuration::from_secs(10) && pauses[5] >= SignedDuration::from_hours(1)
    );
}

pub async fn a_write_refused_for_good_is_given_up_at_once(desk: Desk) {
    let shop = Shop::new(&desk, one_task().answering(|_, _| Err(refusal())));
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (1, 0));
    assert_eq!(first_story(&desk).await.communication.dead, 1);
}

pub async fn a_write_that_always_fails_is_given_up_after_growing_pauses(desk: Desk) {
    let past = failure(Class::WaitUntil { until: at(-5) });
    let shop = Shop::new(
        &desk,
        one_task().answering(move |_, nth| {
            // a moment that has passed is no reason to hurry
            Err(if nth % 2 == 0 { past.clone() } else { hiccup() })
        }),
    );
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (tries(), 0));
    let story = first_story(&desk).await;
    assert_eq!((count(&story, "again"), count(&story, "dead")), (tries() - 1, 1));
    assert!(story.communication.updated_at > at(20 * 3600), "about a day of trying");
}

pub async fn a_write_of_ever_unknown_result_is_not_sent_for_ever(desk: Desk) {
    let shop = Shop::new(&desk, one_task().answering(|_, _| Err(failure(Class::Unknown))));
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (tries(), tries()));
    let story = first_story(&desk).await;
    assert_eq!(story.communication.dead, 1);
    assert!(story.communication.updated_at > at(20 * 3600), "about a day of trying");
}

pub async fn a_write_nobody_can_find_is_never_sent_twice(desk: Desk) {
    let fake = one_task()
        .answering(|_, _| Err(failure(Class::Unknown)))
        .finding(|_, nth| Err(if nth < 4 { hiccup() } else { refusal() }));
    let shop = Shop::new(&desk, fake);
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (1, 4));
    let story = first_story(&desk).await;
    assert_eq!(story.communication.dead, 1);

    // nor by a replay
    assert!(shop.engine.replay(story.communication.id).await.unwrap());
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (1, 5));
}

pub async fn a_write_throttled_for_a_month_is_sent_in_the_end(desk: Desk) {
    let fake = one_task().answering(|_, nth| match nth {
        // "wait no time" is no reason to turn in circles
        1..=60 => Err(failure(Class::Throttled { wait: SignedDuration::ZERO })),
        61..=90 => Err(failure(Class::Throttled { wait: SignedDuration::from_hours(24) })),
        _ => Ok(json!({})),
    });
    let shop = Shop::new(&desk, fake);
    desk.deliver("1", "begin", 0).await;
    shop.work().await;
    assert_eq!(shop.sends(), 1);
    shop.until_quiet().await;
    assert_eq!(shop.sends(), 91);
    let story = first_story(&desk).await;
    assert_eq!((count(&story, "sent"), story.communication.dead), (1, 0));
    assert_eq!(desk.store.pauses(HERE).await.unwrap(), []);
}

pub async fn a_throttled_look_is_no_failed_look(desk: Desk) {
    let fake =
        one_task().answering(|_, _| Err(failure(Class::Unknown))).finding(|_, nth| match nth {
            1..=30 => Err(failure(Class::Throttled { wait: SignedDuration::from_mins(1) })),
            31 => Err(hiccup()),
            _ => Ok(Found::Done(json!({ "id": 7 }))),
        });
    let shop = Shop::new(&desk, fake);
    desk.deliver("1", "begin", 0).await;
    shop.work().await;
    shop.clock.advance(SignedDuration::from_secs(3));
    shop.work().await;
    assert_eq!(desk.store.pauses(HERE).await.unwrap().len(), 1, "the door is shut for all");
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (1, 32));
    let story = first_story(&desk).await;
    assert_eq!((count(&story, "found"), story.communication.dead), (1, 0));
}

pub async fn refused_credentials_shut_the_door_for_all_lanes(desk: Desk) {
    let two = |place: &Place| [write(place, "task"), live_write(place, "card")];
    let fake = Fake::planning(two).answering(|name, nth| match (name, nth) {
        ("task", 1..=20) => Err(failure(Class::AuthBroken)),
        _ => Ok(json!({})),
    });
    let shop = Shop::new(&desk, fake);
    for lane in ["1", "2", "3"] {
        desk.deliver(lane, "begin", 0).await;
    }
    shop.work().await;
    assert_eq!(shop.sends(), 1, "the others do not even try");
    assert_eq!(shop.fake.count(&Seen::Send("card".to_owned())), 3);
    shop.until_quiet().await;
    assert_eq!(shop.fake.count(&Seen::Sent("task".to_owned())), 23);
}

pub async fn a_panic_while_sending_is_an_unknown_result(desk: Desk) {
    let fake = one_task()
        .answering(|_, _| panic!("a bug"))
        .finding(|_, _| Ok(Found::Done(json!({ "id": 7 }))));
    let shop = Shop::new(&desk, fake);
    desk.deliver("1", "begin", 0).await;
    shop.until_quiet().await;
    assert_eq!((shop.sends(), shop.looks()), (1, 1));
}

pub async fn after_a_restart_what_was_being_sent_gets_time_to_land(desk: Desk) {
    let lost = desk.planned("1", |lease| [write(lease, "task")]).await;
    desk.begin_to_send(&lost, "task", 0).await;

    let shop = Shop::new(&desk, one_task().finding(|_, _| Ok(Found::Done(json!({})))));
    assert_eq!(shop.engine.take_over().await.unwrap(), 1);
    shop.work().await;
    assert_eq!(shop.looks(), 0);
    shop.clock.advance(RetryPolicy::default().look_after);
    shop.work().await;
    assert_eq!((shop.looks(), shop.sends()), (1, 0));
}

pub async fn a_replay_of_a_lane_that_is_not_there_says_so(desk: Desk) {
    let shop = Shop::new(&desk, one_task());
    assert!(!shop.engine.replay(LaneId(99)).await.unwrap());
    assert_eq!(super::desk::row(desk.deliver("1", "begin", 0).await), EventId(1));
}
