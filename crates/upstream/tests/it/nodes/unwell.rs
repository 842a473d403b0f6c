//! A node that dies, an asker that goes away, a ledger that is slow, contended or gone.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use jiff::SignedDuration;
use upstream::Budget;
use upstream::Priority::{BackFill, LiveCall, OperatorAction};

use super::ledgers::{Gone, Losing, gone};
use super::stage::Stage;

#[test]
fn a_node_that_died_holds_nobody_up_for_longer_than_its_want_lives() {
    let mut stage = Stage::new();
    let (dead, alive) = (stage.node("dead"), stage.node("alive"));
    stage.asks(0, &alive, BackFill);
    stage.asks_till(200, 300, &dead, OperatorAction);
    stage.asks(400, &alive, BackFill);
    stage.asks(500, &alive, BackFill);
    // The want was good till 3200; the others look every quarter of a second.
    assert_eq!(
        stage.run(),
        [("alive", BackFill, 0), ("alive", BackFill, 3250), ("alive", BackFill, 4250)]
    );
}

#[test]
fn a_dead_nodes_want_holds_no_more_urgent_one_up() {
    let mut stage = Stage::new();
    let (dead, alive) = (stage.node("dead"), stage.node("alive"));
    stage.asks(0, &alive, BackFill);
    stage.asks_till(200, 300, &dead, BackFill);
    stage.asks(400, &alive, LiveCall);
    assert_eq!(stage.run(), [("alive", BackFill, 0), ("alive", LiveCall, 1000)]);
}

#[test]
fn the_want_of_an_asker_who_went_away_goes_with_the_next_word_of_the_account() {
    let mut stage = Stage::new();
    let (a, b) = (stage.node("a"), stage.node("b"));
    stage.asks(0, &a, BackFill);
    stage.asks_till(200, 300, &a, OperatorAction);
    stage.asks(400, &b, BackFill);
    stage.is_told_the_remainder(900, &a, 20_000);
    assert_eq!(stage.run(), [("a", BackFill, 0), ("b", BackFill, 1250)]);
}

#[test]
fn the_next_of_the_same_node_takes_the_place_of_one_who_went_away() {
    let mut stage = Stage::new();
    let (a, b) = (stage.node("a"), stage.node("b"));
    stage.asks(0, &a, BackFill);
    stage.asks_till(200, 300, &a, OperatorAction);
    stage.asks(250, &a, BackFill);
    stage.asks(400, &b, LiveCall);
    assert_eq!(stage.run(), [("a", BackFill, 0), ("b", LiveCall, 1000), ("a", BackFill, 2000)]);
}

#[test]
fn a_lost_swap_is_tried_again() {
    let ledger = Arc::new(Losing::the_first(5));
    let shared = ledger.clone();
    let mut stage = Stage::over(|_| shared);
    let (a, b) = (stage.node("a"), stage.node("b"));
    stage.is_told_to_wait(0, &a, 5);
    stage.asks(100, &a, LiveCall);
    stage.asks(100, &b, BackFill);
    assert_eq!(stage.run(), [("a", LiveCall, 5000), ("b", BackFill, 6000)]);
    assert!(ledger.swaps.load(Ordering::SeqCst) > 5);
}

#[tokio::test]
async fn an_asker_is_told_what_the_ledger_says_of_its_failure() {
    let stage = Stage::over(|_| Arc::new(Gone));
    let budget = stage.node("a").budget;
    assert_eq!(budget.acquire(LiveCall).await.unwrap_err(), gone());
    assert_eq!(budget.state().await.waiting.total(), 0, "nobody stayed in the queue");

    budget.throttled(SignedDuration::from_secs(20)).await;
    budget.remaining(1000).await;
    assert_eq!(budget.state().await.paused_until, None, "the word is lost");
}
