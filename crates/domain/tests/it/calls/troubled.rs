//! Calls whose notifications come out of order, twice or never.

use domain::calls::{Ending, NoticeKind};

use super::office::{Office, seen};
use super::story::{Call, MARIA, NINA, OLEG, PETR, at, report};

#[test]
fn a_talk_that_overtakes_its_ringing_shows_both_at_once() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 40).finishes();
    let mut office = Office::of(&call.arriving(&[2, 1, 0, 3, 4]));
    assert_eq!(office.sees(), ["101 rings", "101 talks", "101 talked 40 s"]);
}

#[test]
fn what_comes_twice_is_shown_once() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 40).finishes();
    let call = call.arriving(&[0, 0, 1, 1, 2, 1, 2, 3, 3, 4, 4, 2]);
    assert_eq!(seen(&call), ["101 rings", "101 talks", "101 talked 40 s"]);
}

#[test]
fn a_ringing_told_after_somebody_took_the_call_shows_nothing() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(5).answers(MARIA);
    assert_eq!(seen(&call.arriving(&[0, 1, 3, 2])), ["101 rings", "101 talks"]);
}

#[test]
fn a_ringing_told_after_the_call_was_passed_on_shows_nothing() {
    let call = Call::incoming().rings(MARIA).after(20).rings(PETR).after(20).gives_up();
    assert_eq!(seen(&call.arriving(&[0, 2, 1, 3])), ["102 rings", "102: Missed"]);
}

#[test]
fn he_whose_talk_began_unheard_does_not_take_the_call_from_the_colleague_he_asks() {
    let call = Call::incoming().rings(MARIA).after(5).answers(MARIA).after(15).rings(PETR);
    let call = call.after(10).hangs_up(MARIA).losing(NoticeKind::TalkStarted, Some(MARIA));
    assert_eq!(
        seen(&call),
        ["101 rings", "101 closes", "102 rings", "101 rings again", "101 talks"]
    );
}

#[test]
fn an_end_that_overtakes_a_talk_waits_for_it() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 40).finishes();
    let mut office = Office::of(&call.clone().arriving(&[0, 1, 4]));
    assert_eq!(office.sees(), ["101 rings"]);
    assert_eq!(office.ending(), Ending::Unsettled { until: at(105) });
    office.hears(&call.arriving(&[2, 3]));
    assert_eq!(office.sees(), ["101 talks", "101 talked 40 s"]);
}

#[test]
fn an_end_that_overtakes_the_second_talk_waits_for_it_though_the_first_is_told() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 18);
    let call = call.rings(PETR).after(5).talks(PETR, 44).finishes();
    let mut office = Office::of(&call.clone().arriving(&[0, 1, 2, 3, 4, 7]));
    assert_eq!(office.sees(), ["101 rings", "101 talks", "102 rings"]);
    office.hears(&call.arriving(&[5, 6]));
    assert_eq!(office.sees(), ["102 talks", "101 talked 18 s", "102 talked 44 s"]);
}

#[test]
fn a_lost_call_that_overtakes_its_ringing_waits_for_it() {
    let call = Call::incoming().rings(MARIA).after(20).gives_up();
    let mut office = Office::of(&call.clone().arriving(&[0, 2]));
    assert!(!office.shown.closed);
    office.hears(&call.arriving(&[1]));
    assert_eq!(office.sees(), ["101 rings", "101: Missed"]);
}

#[test]
fn a_call_that_rang_nobody_is_settled_ten_seconds_after_its_end() {
    let mut office = Office::of(&Call::incoming().after(20).gives_up());
    office.waits(9);
    assert!(!office.shown.closed);
    office.waits(1);
    assert!(office.shown.closed && office.sees().is_empty());
}

#[test]
fn a_talk_told_by_its_end_alone_is_a_talk() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 26).finishes();
    let call = call.losing(NoticeKind::TalkStarted, Some(MARIA));
    assert_eq!(seen(&call), ["101 rings", "101 talks", "101 talked 26 s"]);
}

#[test]
fn a_talk_without_an_end_is_closed_ten_seconds_after_the_calls_and_lasted_its_sum() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 26).finishes();
    let mut office = Office::of(&call.losing(NoticeKind::TalkFinished, Some(MARIA)));
    office.sees();
    office.waits(10);
    assert_eq!(office.sees(), ["101 talked 26 s"]);
}

#[test]
fn of_a_sum_the_one_whose_end_was_lost_talked_what_the_others_left() {
    let call = Call::incoming().rings(OLEG).after(5).talks(OLEG, 30);
    let call = call.rings(MARIA).after(5).talks(MARIA, 26).finishes();
    let mut office = Office::of(&call.losing(NoticeKind::TalkFinished, Some(MARIA)));
    office.waits(10);
    assert_eq!(office.sees(), ["101 rings", "101 talks", "101 talked 26 s"]);
}

#[test]
fn a_talk_told_by_the_calls_end_alone_was_that_of_whom_it_names() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(5).talks(PETR, 26);
    let call = call.finishes().about(PETR).losing(NoticeKind::TalkStarted, Some(PETR));
    let mut office = Office::of(&call.losing(NoticeKind::TalkFinished, Some(PETR)));
    assert_eq!(office.sees(), ["101 rings", "102 rings"]);
    office.waits(10);
    assert_eq!(office.sees(), ["102 talks", "101 closes", "102 talked 26 s"]);
}

#[test]
fn when_nobody_knows_who_talked_the_report_is_awaited() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(5).talks(PETR, 26).finishes();
    let call = call.losing(NoticeKind::TalkStarted, Some(PETR));
    let mut office = Office::of(&call.losing(NoticeKind::TalkFinished, Some(PETR)));
    office.waits(20);
    assert_eq!(office.sees(), ["101 rings", "102 rings"]);
    office.learns(report(&[PETR], 26));
    assert_eq!(office.sees(), ["102 talks", "101 closes", "102 talked 26 s"]);
}

#[test]
fn when_nobody_ever_tells_who_talked_the_cards_just_close() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(5).talks(PETR, 26).finishes();
    let call = call.losing(NoticeKind::TalkStarted, Some(PETR));
    let mut office = Office::of(&call.losing(NoticeKind::TalkFinished, Some(PETR)));
    office.waits(60);
    assert_eq!(office.sees(), ["101 rings", "102 rings", "101 closes", "102 closes"]);
}

#[test]
fn a_second_talker_of_whom_only_the_report_tells_has_talked_the_rest() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 18);
    let call = call.rings(PETR).after(5).talks(PETR, 44).finishes();
    let call = call.losing(NoticeKind::TalkStarted, Some(PETR));
    let mut office = Office::of(&call.losing(NoticeKind::TalkFinished, Some(PETR)));
    office.learns(report(&[MARIA, PETR], 62));
    assert_eq!(
        office.sees(),
        ["101 rings", "101 talks", "102 rings", "102 talks", "101 talked 18 s", "102 talked 44 s"]
    );
}

#[test]
fn who_was_given_up_and_talked_after_all_gets_a_new_card() {
    let call = Call::incoming().rings(MARIA).after(20).rings(PETR).after(2).answers(MARIA);
    assert_eq!(
        seen(&call),
        ["101 rings", "101 closes", "102 rings", "101 rings again", "101 talks", "102 closes"]
    );
}

#[test]
fn also_when_only_the_report_says_that_he_did() {
    let call = Call::incoming().rings(MARIA).after(20).rings(PETR).after(2);
    let mut office = Office::of(&call);
    office.sees();
    office.learns(report(&[MARIA], 9));
    assert_eq!(office.sees(), ["101 rings again", "101 talks", "102 closes", "101 talked 9 s"]);
}

#[test]
fn a_call_known_by_its_report_alone_is_shown_with_its_talker() {
    let mut office = Office::new();
    office.learns(report(&[NINA], 33));
    assert_eq!(office.sees(), ["103 rings", "103 talks", "103 talked 33 s"]);
}

#[test]
fn a_queue_that_comes_round_rings_with_a_new_card_also_when_legs_are_not_told() {
    let call = Call::incoming().rings(MARIA).but(|notice| notice.legs.clear());
    let call = call.after(20).rings(PETR).after(20).rings(MARIA).but(|notice| notice.legs.clear());
    assert_eq!(
        seen(&call),
        ["101 rings", "101 closes", "102 rings", "102 closes", "101 rings again"]
    );
}
