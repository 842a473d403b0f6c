//! Outgoing calls.

use domain::calls::{CallReport, Ending, MissedReason, NoticeKind};

use super::at;
use super::office::{Office, seen};
use super::story::{Call, MARIA, PETR, report};

fn why(reason: &str) -> CallReport {
    CallReport { finish_reason: Some(reason.to_owned()), ..report(&[], 0) }
}

#[test]
fn an_answered_call_is_shown_like_an_incoming_one() {
    let call = Call::outgoing_by(MARIA).after(8).talks(MARIA, 57).finishes();
    assert_eq!(seen(&call), ["101 rings", "101 talks", "101 talked 57 s"]);
}

#[test]
fn the_card_of_a_failed_call_waits_for_the_report_to_say_why() {
    let mut office = Office::of(&Call::outgoing_by(PETR).after(6).finishes());
    assert_eq!(office.sees(), ["102 rings"]);
    assert_eq!(office.ending(), Ending::Unsettled { until: at(66) });
    office.waits(10);
    office.learns(why("subscriber_busy"));
    assert_eq!(office.sees(), ["102: Busy"]);
}

#[test]
fn a_notification_that_says_why_saves_the_wait() {
    let call = Call::outgoing_by(PETR).after(6).finishes();
    let call = call.saying("finish_reason", "numb_not_exists");
    assert_eq!(seen(&call), ["102 rings", "102: NotAvailable"]);
}

#[test]
fn without_a_report_nobody_answered() {
    let mut office = Office::of(&Call::outgoing_by(PETR).after(6).finishes());
    office.waits(59);
    assert_eq!(office.sees(), ["102 rings"]);
    office.waits(1);
    assert_eq!(office.sees(), ["102: NoAnswer"]);
}

#[test]
fn a_report_that_does_not_say_why_means_no_answer() {
    let mut office = Office::of(&Call::outgoing_by(PETR).after(6).finishes());
    office.learns(report(&[], 0));
    assert_eq!(office.ending(), Ending::NotTalked(MissedReason::NoAnswer));
}

#[test]
fn a_colleague_sees_the_call_when_he_takes_it_for_his_card_could_not_be_closed() {
    let call = Call::outgoing_by(MARIA).after(8).talks(MARIA, 20).rings(PETR);
    assert_eq!(seen(&call), ["101 rings", "101 talks"]);
    let call = call.after(5).talks(PETR, 10).finishes();
    assert_eq!(
        seen(&call),
        ["101 rings", "101 talks", "102 rings", "102 talks", "101 talked 20 s", "102 talked 10 s"]
    );
}

#[test]
fn the_phone_that_rings_for_the_caller_is_the_same_card_though_it_comes_with_a_leg() {
    let call = Call::outgoing_by(MARIA).after(30).finishes();
    let call = call.saying("finish_reason", "no_success_subscriber_call");
    assert_eq!(seen(&call), ["101 rings", "101: NoAnswer"]);
}

#[test]
fn a_call_whose_first_notification_is_lost_is_shown_by_the_ringing() {
    let call = Call::outgoing_by(MARIA).losing(NoticeKind::CallOutgoing, Some(MARIA));
    assert_eq!(seen(&call), ["101 rings"]);
}
