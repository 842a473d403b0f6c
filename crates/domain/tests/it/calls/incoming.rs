//! Incoming calls whose notifications come as they should.

use super::office::{Office, seen};
use super::story::{Call, MARIA, NINA, OLEG, PETR};

#[test]
fn a_card_pops_up_says_that_he_talks_and_tells_how_long() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 42).finishes();
    assert_eq!(seen(&call), ["101 rings", "101 talks", "101 talked 42 s"]);
}

#[test]
fn of_phones_that_ring_together_the_others_close_when_one_is_answered() {
    let call = Call::incoming().rings(MARIA).rings(PETR).rings(NINA).after(6);
    let call = call.talks(PETR, 65).finishes();
    assert_eq!(
        seen(&call),
        [
            "101 rings",
            "102 rings",
            "103 rings",
            "102 talks",
            "101 closes",
            "103 closes",
            "102 talked 65 s"
        ]
    );
}

#[test]
fn a_call_passed_on_in_turn_leaves_each_phone_before_the_next_rings() {
    let call = Call::incoming().rings(MARIA).after(20).rings(PETR).after(20).rings(NINA);
    let call = call.after(5).talks(NINA, 38).finishes();
    assert_eq!(
        seen(&call),
        [
            "101 rings",
            "101 closes",
            "102 rings",
            "102 closes",
            "103 rings",
            "103 talks",
            "103 talked 38 s"
        ]
    );
}

#[test]
fn phones_of_one_group_may_begin_some_seconds_apart() {
    let call = Call::incoming().rings(MARIA).after(3).rings(PETR);
    assert_eq!(seen(&call), ["101 rings", "102 rings"]);
}

#[test]
fn a_transfer_is_a_card_for_the_next_employee_and_both_talks_are_told() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 18);
    let call = call.rings(PETR).after(5).talks(PETR, 44).finishes();
    assert_eq!(
        seen(&call),
        ["101 rings", "101 talks", "102 rings", "102 talks", "101 talked 18 s", "102 talked 44 s"]
    );
}

#[test]
fn a_colleague_who_is_asked_first_rings_while_the_talk_goes_on() {
    let call = Call::incoming().rings(MARIA).after(5).answers(MARIA).after(15).rings(NINA);
    let call = call.after(5).answers(NINA).after(9).hangs_up(MARIA).after(36).hangs_up(NINA);
    assert_eq!(
        seen(&call.finishes()),
        ["101 rings", "101 talks", "103 rings", "103 talks", "101 talked 29 s", "103 talked 45 s"]
    );
}

#[test]
fn a_colleague_who_did_not_pick_up_loses_his_card_when_the_talk_comes_back() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 20).rings(PETR).after(15);
    let mut office = Office::of(&call.clone().rings(MARIA).after(3).answers(MARIA));
    assert_eq!(office.sees(), ["101 rings", "101 talks", "102 rings", "102 closes"]);
}

#[test]
fn he_who_talked_twice_talked_the_sum_and_has_one_card() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 20).rings(PETR).after(15);
    let call = call.rings(MARIA).after(3).talks(MARIA, 12).finishes();
    assert_eq!(seen(&call).last().unwrap(), "101 talked 32 s");
}

#[test]
fn a_call_nobody_took_is_missed_once_by_who_was_rung_first() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(25).gives_up().finishes();
    assert_eq!(seen(&call), ["101 rings", "102 rings", "102 closes", "101: Missed"]);
}

#[test]
fn a_call_passed_on_in_turn_is_missed_by_the_last() {
    let call = Call::incoming().rings(MARIA).after(20).rings(PETR).after(20).gives_up();
    assert_eq!(seen(&call), ["101 rings", "101 closes", "102 rings", "102: Missed"]);
}

#[test]
fn a_queue_that_comes_round_rings_with_a_new_card() {
    let call = Call::incoming().rings(MARIA).after(20).rings(PETR).after(20).rings(MARIA);
    let call = call.after(4).talks(MARIA, 10).finishes();
    assert_eq!(
        seen(&call),
        [
            "101 rings",
            "101 closes",
            "102 rings",
            "102 closes",
            "101 rings again",
            "101 talks",
            "101 talked 10 s"
        ]
    );
}

#[test]
fn a_phone_that_rings_twice_in_a_row_keeps_its_card() {
    let call = Call::incoming().rings(MARIA).after(20).rings(MARIA).after(1).rings(PETR);
    assert_eq!(seen(&call), ["101 rings", "102 rings"]);
}

#[test]
fn two_phones_of_one_employee_are_one_card_also_when_his_turn_is_over() {
    let call = Call::incoming().rings(MARIA).rings(MARIA).after(20).rings(PETR).after(20);
    assert_eq!(seen(&call.gives_up()), ["101 rings", "101 closes", "102 rings", "102: Missed"]);
}

#[test]
fn an_employee_planfix_does_not_know_has_no_card_but_takes_the_call_from_the_others() {
    let call = Call::incoming().rings(MARIA).rings(OLEG).after(5).answers(OLEG);
    assert_eq!(seen(&call), ["101 rings", "101 closes"]);
}

#[test]
fn a_call_passed_on_to_somebody_planfix_does_not_know_is_missed_by_the_last_it_knows() {
    let call = Call::incoming().rings(MARIA).after(20).rings(OLEG).after(20).gives_up();
    assert_eq!(seen(&call), ["101 rings", "101: Missed"]);
}

#[test]
fn the_recording_goes_with_the_only_talk_when_it_is_there_already() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 9).record("https://m/1");
    let mut office = Office::of(&call.finishes());
    assert_eq!(office.sees().last().unwrap(), "101 talked 9 s, https://m/1");
    assert!(office.shown.records.contains("https://m/1"));
}

#[test]
fn of_two_talks_neither_gets_a_recording_that_may_be_the_others() {
    let call = Call::incoming().rings(OLEG).after(5).talks(OLEG, 9).rings(MARIA).after(2);
    let call = call.talks(MARIA, 8).record("https://m/of-oleg").finishes();
    let mut office = Office::of(&call);
    assert_eq!(office.sees().last().unwrap(), "101 talked 8 s");
    assert!(office.shown.records.is_empty());
}

#[test]
fn where_nothing_is_recorded_no_recording_is_promised() {
    let mut office = Office::without_recording();
    office.hears(&Call::incoming().rings(MARIA).after(5).talks(MARIA, 9).finishes());
    assert_eq!(office.sees().last().unwrap(), "101 talked 9 s, not recorded");
}

#[test]
fn after_the_end_nothing_more_is_shown() {
    let call = Call::incoming().rings(MARIA).after(5).gives_up();
    let mut office = Office::of(&call);
    office.sees();
    office.hears(&call.after(2).rings(PETR).answers(PETR));
    office.waits(60);
    assert!(office.sees().is_empty());
}
