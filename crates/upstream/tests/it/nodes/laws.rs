//! What holds for any three nodes, whatever they ask and whoever of them is faster.

use std::sync::Arc;

use jiff::SignedDuration;
use proptest::prelude::*;
use upstream::Priority::{self, AfterCall, BackFill, LiveCall, OperatorAction};

use super::ledgers::Busy;
use super::stage::{Grant, Stage};

const NAMES: [&str; 3] = ["a", "b", "c"];

#[derive(Debug, Clone)]
struct Ask {
    node: usize,
    priority: Priority,
    /// Milliseconds from the start.
    at: i64,
    /// After so many milliseconds it is given up.
    patience: Option<i64>,
}

/// The account says something to a node: to wait so many seconds, or what it always says.
#[derive(Debug, Clone)]
struct Word {
    node: usize,
    at: i64,
    wait: Option<i64>,
}

fn ask() -> impl Strategy<Value = Ask> {
    let priority = prop::sample::select(vec![BackFill, AfterCall, LiveCall, OperatorAction]);
    // A coarse grid, so that many things happen at the same moment.
    let at = (0..80_i64).prop_map(|step| step * 100);
    let patience = prop::option::weighted(0.2, 0..3000_i64);
    (0..NAMES.len(), priority, at, patience).prop_map(|(node, priority, at, patience)| Ask {
        node,
        priority,
        at,
        patience,
    })
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    prop::collection::vec(ask(), 1..15)
}

fn words() -> impl Strategy<Value = Vec<Word>> {
    let word = (0..NAMES.len(), 0..8000_i64, prop::option::weighted(0.3, 1..20_i64));
    let word = word.prop_map(|(node, at, wait)| Word { node, at, wait });
    prop::collection::vec(word, 0..4)
}

/// Lets it all happen over a ledger whose reading takes so many milliseconds.
fn granted(asks: &[Ask], words: &[Word], reading: i64, seed: u64) -> Vec<Grant> {
    let reading = SignedDuration::from_millis(reading);
    let mut stage = Stage::over(|clock| Arc::new(Busy::new(clock.clone(), reading)));
    let nodes = NAMES.map(|name| stage.node(name));
    for ask in asks {
        let node = &nodes[ask.node];
        match ask.patience {
            None => stage.asks(ask.at, node, ask.priority),
            Some(patience) => stage.asks_till(ask.at, ask.at + patience, node, ask.priority),
        }
    }
    for word in words {
        let node = &nodes[word.node];
        match word.wait {
            None => stage.is_told_the_remainder(word.at, node, 20_000),
            Some(seconds) => stage.is_told_to_wait(word.at, node, seconds),
        }
    }
    stage.run_as(seed)
}

/// When each of the asks was granted, when nobody gives up: those of one node and priority are
/// served in the order in which they came.
fn served(asks: &[Ask], granted: &[Grant]) -> Vec<(Ask, i64)> {
    let mut asks = asks.to_vec();
    asks.sort_by_key(|ask| ask.at);
    let mut granted = granted.to_vec();
    let served = asks.into_iter().map(|ask| {
        let mine =
            |(name, priority, _): &Grant| (*name, *priority) == (NAMES[ask.node], ask.priority);
        let place = granted.iter().position(mine).unwrap();
        let (_, _, millis) = granted.remove(place);
        (ask, millis)
    });
    served.collect()
}

proptest! {
    #[test]
    fn two_requests_are_never_granted_in_one_second(
        asks in asks(), words in words(), reading in 0..400_i64, seed: u64,
    ) {
        let granted = granted(&asks, &words, reading, seed);
        for pair in granted.windows(2) {
            prop_assert!(pair[1].2 - pair[0].2 >= 1000, "{granted:?}");
        }
    }

    #[test]
    fn everybody_who_keeps_asking_is_granted_in_the_end(
        asks in asks(), words in words(), reading in 0..400_i64, seed: u64,
    ) {
        let granted = granted(&asks, &words, reading, seed);
        let patient = |name, priority| asks.iter().filter(|ask| {
            ask.patience.is_none() && (NAMES[ask.node], ask.priority) == (name, priority)
        }).count();
        for (name, priority) in asks.iter().map(|ask| (NAMES[ask.node], ask.priority)) {
            let count = granted.iter().filter(|(n, p, _)| (*n, *p) == (name, priority)).count();
            prop_assert!(count >= patient(name, priority), "{granted:?}");
        }
    }

    #[test]
    fn nobody_goes_before_one_who_is_more_urgent_or_as_urgent_and_came_earlier(
        asks in asks(), words in words(), seed: u64,
    ) {
        let asks: Vec<Ask> = asks.into_iter().map(|ask| Ask { patience: None, ..ask }).collect();
        let served = served(&asks, &granted(&asks, &words, 0, seed));
        for (first, went) in &served {
            for (second, _) in served.iter().filter(|(_, later)| later > went) {
                let waited = second.at < *went;
                let outranked = second.priority > first.priority
                    || (second.priority == first.priority && second.at < first.at);
                prop_assert!(!(waited && outranked), "{second:?} after {first:?} at {went}: {served:?}");
            }
        }
    }
}
