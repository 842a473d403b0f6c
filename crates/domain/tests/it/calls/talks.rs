//! Who talked, and for how long.

use domain::calls::{CallFacts, NoticeKind, Party};
use domain::ids::UisEmployeeId;

use super::story::{Call, MARIA, NINA, PETR, at, report, reported};

fn handed_over() -> Call {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 18);
    call.rings(PETR).after(5).talks(PETR, 44).finishes()
}

fn part(facts: &CallFacts, employee: UisEmployeeId) -> &Party {
    facts.parties.iter().find(|party| party.employee.id == employee).unwrap()
}

#[test]
fn the_first_and_the_last_talker_are_told_apart_in_any_order() {
    for order in [[0, 1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1, 0]] {
        let facts = handed_over().arriving(&order).facts();
        assert_eq!(facts.everybody_who_talked(), [MARIA, PETR]);
        assert_eq!((facts.first_talker(), facts.last_talker()), (Some(MARIA), Some(PETR)));
        assert_eq!((facts.seconds_of(MARIA), facts.seconds_of(PETR)), (Some(18), Some(44)));
    }
}

#[test]
fn the_report_knows_the_first_and_the_last_talker_best() {
    let mut facts = handed_over().facts();
    facts.learn(report(&[PETR, NINA, MARIA], 62));
    assert_eq!((facts.first_talker(), facts.last_talker()), (Some(PETR), Some(MARIA)));
    assert_eq!(facts.unheard_talkers(), [NINA]);
}

#[test]
fn the_report_names_each_talker_once_the_first_first_and_the_last_last() {
    let mut row = report(&[PETR, NINA, MARIA], 62);
    row.employees = vec![reported(MARIA, true), reported(NINA, true), reported(PETR, true)];
    assert_eq!(row.talkers(), [PETR, NINA, MARIA]);
    assert_eq!(report(&[PETR], 5).talkers(), [PETR]);
}

#[test]
fn an_employee_who_was_only_rung_has_not_talked() {
    let mut facts = Call::incoming().rings(MARIA).after(9).gives_up().facts();
    assert!(!facts.talked() && facts.talkers().is_empty());
    let mut row = report(&[], 0);
    row.employees = vec![reported(MARIA, false)];
    facts.learn(row);
    assert!(!facts.talked() && facts.first_talker().is_none());
}

#[test]
fn an_end_of_a_talk_of_no_seconds_is_no_talk() {
    let call = Call::incoming().rings(MARIA).after(9).hangs_up(MARIA);
    assert!(!call.facts().talked());
}

#[test]
fn who_ended_the_call_talked_when_nothing_else_accounts_for_the_sum() {
    let call = handed_over().about(PETR).losing(NoticeKind::TalkStarted, Some(PETR));
    let facts = call.losing(NoticeKind::TalkFinished, Some(PETR)).facts();
    assert_eq!((facts.first_talker(), facts.last_talker()), (Some(MARIA), Some(PETR)));
    assert_eq!(facts.seconds_of(PETR), Some(44));
}

#[test]
fn who_ended_a_call_without_a_talk_has_not_talked() {
    let call = Call::incoming().rings(MARIA).after(9).finishes().about(MARIA);
    assert_eq!(call.facts().first_talker(), None);
}

#[test]
fn a_talk_without_a_told_length_lasted_from_its_own_beginning_to_its_end() {
    let untold = |call: Call| call.but(|notice| notice.talk_seconds = None);
    let call = untold(Call::incoming().rings(MARIA).after(5).talks(MARIA, 10));
    let facts = untold(call.after(100).talks(MARIA, 7)).facts();
    assert_eq!(part(&facts, MARIA).seconds(), Some(17));
}

#[test]
fn a_length_told_once_is_not_lost_when_the_notification_comes_again_without_it() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 10);
    let again = call.clone().but(|notice| notice.talk_seconds = None).notices.pop().unwrap();
    let mut facts = call.facts();
    facts.observe(&again, at(20));
    assert_eq!(facts.seconds_of(MARIA), Some(10));
}

#[test]
fn a_talk_whose_beginning_was_lost_began_as_long_before_its_end_as_it_lasted() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 30);
    let facts = call.losing(NoticeKind::TalkStarted, Some(MARIA)).facts();
    assert_eq!(part(&facts, MARIA).talk_started_at(), Some(at(5)));
}

#[test]
fn of_two_talks_the_first_beginning_may_be_the_lost_one() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 30).after(10);
    let facts = call.talks(MARIA, 20).arriving(&[0, 1, 3, 4, 5]).facts();
    assert_eq!(part(&facts, MARIA).talk_started_at(), Some(at(5)));
    assert!(part(&facts, MARIA).began_to_talk_since(at(45)));
    assert!(!part(&facts, MARIA).began_to_talk_since(at(46)));
}

#[test]
fn he_has_hung_up_when_every_talk_has_its_end() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 30).after(10).answers(MARIA);
    assert!(!part(&call.facts(), MARIA).has_hung_up());
    assert!(part(&call.after(4).hangs_up(MARIA).facts(), MARIA).has_hung_up());
}

#[test]
fn the_rest_of_the_sum_is_nobodys_while_somebody_may_still_talk() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 10).after(5).answers(MARIA);
    let call = call.after(20).rings(PETR).after(5).talks(PETR, 30).finishes();
    let mut facts = call.losing(NoticeKind::TalkFinished, Some(PETR)).facts();
    facts.talk_seconds = Some(70);
    assert_eq!(facts.seconds_of(PETR), None);
    assert!(!facts.has_unheard_talk());
}

#[test]
fn lengths_that_make_no_sense_are_no_panic() {
    let endless = |call: Call| call.but(|notice| notice.talk_seconds = Some(u32::MAX));
    let call = endless(Call::incoming().rings(MARIA).after(5).talks(MARIA, 10));
    let call = endless(call.after(5).talks(MARIA, 10)).after(5);
    let facts = endless(call.rings(PETR).talks(PETR, 10)).finishes().facts();
    assert_eq!(facts.seconds_of(MARIA), Some(u32::MAX));
    assert!(!facts.has_unheard_talk());
}

#[test]
fn nobody_guesses_who_of_two_unheard_talkers_talked_how_long() {
    let mut facts = Call::incoming().facts();
    facts.learn(report(&[MARIA, PETR], 62));
    assert_eq!((facts.seconds_of(MARIA), facts.seconds_of(PETR)), (None, None));
}
