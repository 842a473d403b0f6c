//! One account, several nodes: the rate, the order, the pauses and the day are common to them.

mod laws;
mod ledgers;
mod sheet;
mod stage;
mod stepping;
mod unwell;

use std::sync::Arc;
use std::sync::atomic::Ordering;

use domain::Class;
use jiff::{SignedDuration, Timestamp};
use upstream::Budget;
use upstream::Priority::{AfterCall, BackFill, LiveCall, OperatorAction};

use ledgers::Losing;
use stage::Stage;

fn start() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

/// The moment so many milliseconds after the start.
fn at(millis: i64) -> Timestamp {
    start() + SignedDuration::from_millis(millis)
}

#[test]
fn the_rate_is_one_for_all_nodes_and_no_slot_is_lost() {
    let mut stage = Stage::new();
    for (name, priority) in [("a", LiveCall), ("b", AfterCall), ("c", BackFill)] {
        let node = stage.node(name);
        (0..3).for_each(|_| stage.asks(0, &node, priority));
    }
    let moments: Vec<i64> = stage.run().into_iter().map(|(_, _, millis)| millis).collect();
    assert_eq!(moments, (0..9).map(|second| second * 1000).collect::<Vec<_>>());
}

#[test]
fn the_urgent_of_another_node_go_first() {
    let mut stage = Stage::new();
    let (a, b) = (stage.node("a"), stage.node("b"));
    stage.asks(0, &a, BackFill);
    stage.asks(100, &a, BackFill);
    stage.asks(200, &a, AfterCall);
    stage.asks(900, &b, LiveCall);
    stage.asks(1900, &b, OperatorAction);
    assert_eq!(
        stage.run(),
        [
            ("a", BackFill, 0),
            ("b", LiveCall, 1000),
            ("b", OperatorAction, 2000),
            ("a", AfterCall, 3000),
            ("a", BackFill, 4000)
        ]
    );
}

#[test]
fn equals_go_in_the_order_of_asking_whichever_their_node() {
    let mut stage = Stage::new();
    let (a, b, c) = (stage.node("a"), stage.node("b"), stage.node("c"));
    for (millis, node) in [(0, &c), (10, &c), (20, &a), (30, &b), (40, &c), (50, &a)] {
        stage.asks(millis, node, AfterCall);
    }
    let names: Vec<&str> = stage.run().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["c", "c", "a", "b", "c", "a"]);
}

#[test]
fn a_pause_told_to_one_node_holds_all_and_changes_nothing_in_their_order() {
    let mut stage = Stage::new();
    let (a, b, c) = (stage.node("a"), stage.node("b"), stage.node("c"));
    stage.is_told_to_wait(0, &a, 20);
    stage.asks(100, &b, BackFill);
    stage.asks(200, &a, AfterCall);
    stage.asks(300, &c, LiveCall);
    assert_eq!(
        stage.run(),
        [("c", LiveCall, 20_000), ("a", AfterCall, 21_000), ("b", BackFill, 22_000)]
    );
}

#[tokio::test]
async fn what_is_left_of_the_day_is_left_to_all() {
    let stage = Stage::new();
    let (a, b) = (stage.node("a"), stage.node("b"));
    a.budget.remaining(1000).await;
    let failure = b.budget.acquire(BackFill).await.unwrap_err();
    assert_eq!(failure.class, Class::WaitUntil { until: at(600_000) });
    let _permit = b.budget.acquire(AfterCall).await.unwrap();
    assert_eq!(a.budget.state().await.remaining, Some(999));
}

#[test]
fn who_waits_for_the_day_to_be_better_hears_it_from_another_node() {
    let mut stage = Stage::new().patient();
    let (a, b) = (stage.node("a"), stage.node("b"));
    stage.is_told_the_remainder(0, &a, 1000);
    stage.asks(100, &a, BackFill);
    stage.is_told_the_remainder(5000, &b, 20_000);
    let [(_, _, millis)] = stage.run()[..] else { panic!("one was asked for") };
    assert!((5000..6500).contains(&millis), "{millis}");
}

#[test]
fn who_waits_for_the_day_to_be_better_hears_it_from_his_own_node_at_once() {
    let mut stage = Stage::new().patient();
    let node = stage.node("a");
    stage.is_told_the_remainder(0, &node, 1000);
    stage.asks(100, &node, BackFill);
    stage.is_told_the_remainder(5077, &node, 20_000);
    assert_eq!(stage.run(), [("a", BackFill, 5077)]);
}

#[tokio::test]
async fn nothing_is_written_that_is_no_news() {
    let ledger = Arc::new(Losing::default());
    let shared = ledger.clone();
    let stage = Stage::over(|_| shared);
    let (a, b) = (stage.node("a"), stage.node("b"));
    a.budget.remaining(5000).await;
    a.budget.throttled(SignedDuration::from_hours(1)).await;
    let written = ledger.swaps.load(Ordering::SeqCst);

    b.budget.remaining(5000).await;
    b.budget.throttled(SignedDuration::from_mins(1)).await;
    assert!(b.budget.acquire(LiveCall).await.is_err(), "the pause is too long");
    assert_eq!(ledger.swaps.load(Ordering::SeqCst), written);
}

#[test]
fn a_word_that_is_no_news_makes_nobody_ask_again() {
    let ledger = Arc::new(Losing::default());
    let shared = ledger.clone();
    let mut stage = Stage::over(|_| shared);
    let node = stage.node("a");
    stage.is_told_the_remainder(0, &node, 5000);
    stage.asks(100, &node, LiveCall);
    stage.asks(100, &node, LiveCall);
    (2..9).for_each(|word| stage.is_told_the_remainder(word * 100, &node, 5000));
    stage.run();
    // The word, the first grant, the second asker's want and his grant.
    assert_eq!(ledger.swaps.load(Ordering::SeqCst), 4);
}
