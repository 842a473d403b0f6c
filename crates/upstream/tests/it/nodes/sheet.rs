//! The shared record by itself: what it answers, and how it is stored.

use jiff::{SignedDuration, Timestamp};
use upstream::Priority::{BackFill, LiveCall, OperatorAction};
use upstream::{BudgetOptions, Hold, Priority, Reserve, Sheet, Turn};

use super::at;

/// The node asks at this millisecond for the first time.
fn ask(sheet: &mut Sheet, millis: i64, node: &str, priority: Priority) -> Turn {
    sheet.ask(node, priority, at(millis), at(millis), &BudgetOptions::default())
}

#[test]
fn who_waits_for_the_rate_is_told_at_once_to_let_the_more_urgent_go_first() {
    let mut sheet = Sheet::default();
    assert_eq!(ask(&mut sheet, 0, "a", BackFill), Turn::Now);
    assert_eq!(ask(&mut sheet, 100, "a", BackFill), Turn::At(at(1000), Hold::Rate));
    assert_eq!(ask(&mut sheet, 200, "b", LiveCall), Turn::At(at(1000), Hold::Rate));
    assert_eq!(ask(&mut sheet, 300, "a", BackFill), Turn::AfterOthers(at(1250)));
    sheet.withdraw("b");
    assert_eq!(ask(&mut sheet, 400, "a", BackFill), Turn::At(at(1000), Hold::Rate));
}

#[test]
fn a_node_may_change_its_mind_and_does_not_stand_in_its_own_way() {
    let mut sheet = Sheet::default();
    assert_eq!(ask(&mut sheet, 0, "a", BackFill), Turn::Now);
    assert_eq!(ask(&mut sheet, 100, "a", OperatorAction), Turn::At(at(1000), Hold::Rate));
    assert_eq!(ask(&mut sheet, 1000, "a", BackFill), Turn::Now);
}

#[test]
fn of_two_that_came_at_the_same_moment_one_goes_first() {
    let mut sheet = Sheet::default();
    assert_eq!(ask(&mut sheet, 0, "c", BackFill), Turn::Now);
    ask(&mut sheet, 100, "b", BackFill);
    assert_eq!(ask(&mut sheet, 100, "a", BackFill), Turn::At(at(1000), Hold::Rate));
    assert_eq!(ask(&mut sheet, 100, "b", BackFill), Turn::AfterOthers(at(1250)));
}

#[test]
fn a_want_that_the_reserve_holds_holds_nobody() {
    let reserve = Reserve { back_fill: 0, after_call: 0, live_call: 50 };
    let options = BudgetOptions { reserve, ..BudgetOptions::default() };
    let mut sheet = Sheet::default();
    sheet.remaining(10, at(0));
    let held = sheet.ask("a", LiveCall, at(0), at(0), &options);
    assert_eq!(held, Turn::At(at(600_000), Hold::Reserve));
    assert_eq!(sheet.ask("b", BackFill, at(100), at(100), &options), Turn::Now);
}

#[test]
fn a_want_that_runs_out_before_the_slot_holds_nobody_and_leaves_the_record() {
    let interval = SignedDuration::from_secs(10);
    let options = BudgetOptions { interval, ..BudgetOptions::default() };
    let mut sheet = Sheet::default();
    assert_eq!(sheet.ask("b", BackFill, at(0), at(0), &options), Turn::Now);
    sheet.ask("a", LiveCall, at(0), at(0), &options);
    let behind = sheet.ask("b", BackFill, at(100), at(2900), &options);
    assert_eq!(behind, Turn::At(at(10_000), Hold::Rate));

    assert!(serde_json::to_string(&sheet).unwrap().contains("live_call"));
    sheet.ask("b", BackFill, at(100), at(3000), &options);
    assert!(!serde_json::to_string(&sheet).unwrap().contains("live_call"));
}

#[test]
fn what_a_clock_gone_wrong_has_written_silences_nobody() {
    const HOUR: i64 = 3_600_000;
    let mut sheet = Sheet::default();
    assert_eq!(ask(&mut sheet, HOUR, "wrong", OperatorAction), Turn::Now);
    ask(&mut sheet, HOUR, "wrong", OperatorAction);
    assert_eq!(ask(&mut sheet, 0, "right", BackFill), Turn::Now);
    assert_eq!(ask(&mut sheet, 1, "right", BackFill), Turn::At(at(1000), Hold::Rate));
}

#[test]
fn the_rate_is_kept_with_a_clock_that_is_somewhat_ahead() {
    let mut sheet = Sheet::default();
    assert_eq!(ask(&mut sheet, 2000, "ahead", BackFill), Turn::Now);
    assert_eq!(ask(&mut sheet, 0, "right", BackFill), Turn::At(at(3000), Hold::Rate));
}

#[test]
fn those_who_wait_behind_another_ask_neither_all_the_time_nor_too_late() {
    for (interval, courtesy) in [(0, 20), (40, 20), (400, 100), (1000, 250), (60_000, 250)] {
        let interval = SignedDuration::from_millis(interval);
        let options = BudgetOptions { interval, ..BudgetOptions::default() };
        let mut sheet = Sheet::default();
        sheet.pause(SignedDuration::from_millis(1), at(0));
        sheet.ask("a", LiveCall, at(0), at(0), &options);
        let turn = sheet.ask("b", BackFill, at(0), at(1), &options);
        assert_eq!(turn, Turn::AfterOthers(at(1 + courtesy)), "{interval}");
    }
}

#[test]
fn it_is_stored_readably() {
    let mut sheet = Sheet::default();
    sheet.remaining(5000, at(0));
    sheet.pause(SignedDuration::from_secs(20), at(0));
    ask(&mut sheet, 500, "a", LiveCall);
    let stored = serde_json::to_value(&sheet).unwrap();
    let expected = serde_json::json!({
        "meter": {
            "paused_until": "2026-11-24T10:00:20Z",
            "remainder": { "told": 5000, "left": 5000, "holds_until": "2026-11-24T10:10:00Z" },
            "most": 5000
        },
        "wants": {
            "a": {
                "priority": "live_call",
                "since": "2026-11-24T10:00:00.5Z",
                "until": "2026-11-24T10:00:03.5Z"
            }
        }
    });
    assert_eq!(stored, expected);
    assert_eq!(serde_json::from_value::<Sheet>(stored).unwrap(), sheet);
}

#[test]
fn a_fresh_one_and_an_endless_pause_come_back_from_the_store_as_they_were() {
    let fresh = Sheet::default();
    let mut endless = Sheet::default();
    endless.pause(SignedDuration::MAX, Timestamp::MAX);
    for sheet in [fresh, endless] {
        let stored = serde_json::to_string(&sheet).unwrap();
        assert_eq!(serde_json::from_str::<Sheet>(&stored).unwrap(), sheet);
    }
    assert_eq!(serde_json::from_str::<Sheet>("{}").unwrap(), Sheet::default());
}
