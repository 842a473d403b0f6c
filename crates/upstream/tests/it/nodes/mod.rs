//! One account, several nodes: the rate, the order, the pauses and the day are common to them.

mod sheet;

use jiff::{SignedDuration, Timestamp};

fn start() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

/// The moment so many milliseconds after the start.
fn at(millis: i64) -> Timestamp {
    start() + SignedDuration::from_millis(millis)
}
