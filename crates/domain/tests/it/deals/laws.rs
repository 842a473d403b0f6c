//! What holds whatever comes in whatever order.

use domain::deals::{Amount, DealRow, Decision, Moment, Money, Seen, decide};
use jiff::Span;
use jiff::civil::DateTime;
use proptest::prelude::*;

use super::{at, deals, funnel, task};

/// Something seen of the task: what, and the minutes at which it was told and read.
fn sight() -> impl Strategy<Value = (Seen, i64, i64)> {
    let what = prop_oneof![
        8 => (prop_oneof![Just(1), Just(2), Just(5), Just(6), Just(99)], 0..3_i64, any::<bool>())
            .prop_map(|(status, amount, readable)| {
                let mut facts = task(status, amount * 100);
                if !readable {
                    facts.amount = Amount::Unreadable("?".to_owned());
                }
                Seen::Task(Box::new(facts))
            }),
        1 => Just(Seen::Gone),
        1 => Just(Seen::OtherObject),
    ];
    (what, -500..500_i64, -500..500_i64)
}

fn minute(number: i64) -> DateTime {
    at("2026-03-02T12:00:00").checked_add(Span::new().minutes(number)).unwrap()
}

/// The rows that UIS is told.
fn told(sights: &[(Seen, i64, i64)]) -> Vec<DealRow> {
    let mut rows: Vec<DealRow> = Vec::new();
    for (seen, told, now) in sights {
        let moment = Moment { told: minute(*told), now: minute(*now) };
        if let Decision::Tell { row, .. } = decide(&deals(), &funnel(), seen, rows.last(), moment) {
            rows.push(*row);
        }
    }
    rows
}

proptest! {
    #[test]
    fn times_never_go_backwards(sights in prop::collection::vec(sight(), 0..20)) {
        let rows = told(&sights);
        for row in &rows {
            prop_assert!(row.created <= row.stage_since && row.stage_since <= row.changed);
            prop_assert_eq!(row.created, rows[0].created);
        }
        for pair in rows.windows(2) {
            prop_assert!(pair[0].stage_since <= pair[1].stage_since);
            prop_assert!(pair[0].changed <= pair[1].changed);
        }
    }

    #[test]
    fn no_row_says_what_the_one_before_said(sights in prop::collection::vec(sight(), 0..20)) {
        for pair in told(&sights).windows(2) {
            prop_assert!(!pair[0].says_the_same_as(&pair[1]));
        }
    }

    #[test]
    fn seeing_everything_twice_tells_nothing_more(sights in prop::collection::vec(sight(), 0..20)) {
        let twice: Vec<_> = sights.iter().flat_map(|one| [one.clone(), one.clone()]).collect();
        prop_assert_eq!(told(&sights), told(&twice));
    }

    #[test]
    fn a_first_row_is_never_from_the_future(one in sight()) {
        let now = minute(one.2);
        for row in told(std::slice::from_ref(&one)) {
            prop_assert!(row.created <= now && row.changed <= now);
            prop_assert!(row.revenue >= Money::default());
        }
    }
}
