//! When a call is over, and when enough is known of it.

use domain::calls::{Ending, MissedReason, NoticeKind};

use super::story::{Call, MARIA, PETR, at, report};

fn missed() -> Ending {
    Ending::NotTalked(MissedReason::Missed)
}

#[test]
fn a_call_goes_on_until_its_end_is_told() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 9);
    assert_eq!(call.facts().ending(at(9_999)), Ending::Open);
}

#[test]
fn a_talk_that_is_told_whole_is_settled_at_once() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 9).finishes();
    assert_eq!(call.facts().ending(at(14)), Ending::Talked);
}

#[test]
fn so_is_a_lost_call_that_rang_somebody() {
    let call = Call::incoming().rings(MARIA).after(20).gives_up();
    assert_eq!(call.facts().ending(at(20)), missed());
}

#[test]
fn so_is_a_call_whose_end_says_that_nobody_talked() {
    let call = Call::incoming().rings(MARIA).after(20).finishes();
    assert_eq!(call.facts().ending(at(20)), missed());
}

#[test]
fn an_end_that_does_not_say_whether_somebody_talked_leaves_ten_seconds_to_say_so() {
    let call = Call::incoming().rings(MARIA).after(20).finishes();
    let facts = call.but(|notice| notice.talk_seconds = None).facts();
    assert_eq!(facts.ending(at(29)), Ending::Unsettled { until: at(30) });
    assert_eq!(facts.ending(at(30)), missed());
}

#[test]
fn an_end_without_a_sum_does_not_keep_a_talk_waiting() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 9).finishes();
    let facts = call.but(|notice| notice.talk_seconds = None).facts();
    assert_eq!(facts.ending(at(14)), Ending::Talked);
}

#[test]
fn a_second_of_rounding_is_no_missing_talk() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 9).finishes();
    let rounded = call.clone().but(|notice| notice.talk_seconds = Some(10)).facts();
    assert!(rounded.is_all_told());
    let more = call.but(|notice| notice.talk_seconds = Some(11)).facts();
    assert!(!more.is_all_told());
}

#[test]
fn somebody_who_still_talks_is_awaited_for_ten_seconds() {
    let call = Call::incoming().rings(MARIA).after(5).answers(MARIA).after(30).finishes();
    assert_eq!(call.facts().ending(at(35)), Ending::Unsettled { until: at(45) });
    assert_eq!(call.facts().ending(at(45)), Ending::Talked);
}

#[test]
fn the_report_settles_everything() {
    let call = Call::incoming().rings(MARIA).after(5).answers(MARIA).after(30).finishes();
    let mut facts = call.facts();
    facts.learn(report(&[MARIA], 30));
    assert_eq!(facts.ending(at(36)), Ending::Talked);
    let mut nobody = Call::incoming().facts();
    nobody.learn(report(&[], 0));
    assert_eq!(nobody.ending(at(1)), missed());
}

#[test]
fn the_last_of_several_ends_counts() {
    let call = Call::incoming().after(20).gives_up().after(2).finishes().arriving(&[0, 2, 1]);
    assert_eq!(call.facts().ended_at, Some(at(22)));
}

#[test]
fn a_talk_of_nobody_waits_a_minute_for_the_report_and_not_longer() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(5).talks(PETR, 26).finishes();
    let call = call.losing(NoticeKind::TalkStarted, Some(PETR));
    let facts = call.losing(NoticeKind::TalkFinished, Some(PETR)).facts();
    assert_eq!(facts.ending(at(90)), Ending::Unsettled { until: at(91) });
    assert_eq!(facts.ending(at(91)), Ending::Talked);
}

#[test]
fn a_call_of_which_nothing_says_where_it_went_is_an_incoming_one() {
    let call = Call::incoming().rings(MARIA).after(20).finishes();
    let mut facts = call.facts();
    facts.direction = None;
    assert_eq!(facts.ending(at(20)), missed());
}

#[test]
fn the_reports_reason_is_better_than_a_notifications() {
    let call = Call::outgoing_by(MARIA).after(5).finishes().saying("finish_reason", "timeout");
    let mut facts = call.facts();
    assert_eq!(facts.finish_reason(), Some("timeout"));
    let mut row = report(&[], 0);
    row.finish_reason = Some("subscriber_busy".to_owned());
    facts.learn(row);
    assert_eq!(facts.ending(at(5)), Ending::NotTalked(MissedReason::Busy));
}
