//! What is known of a call, in whatever order it is told.

use domain::calls::Direction;
use domain::ids::{CommunicationId, UisEmployeeId};

use super::story::{Call, MARIA, OLEG, PETR, at, report};

fn people(call: &Call) -> Vec<UisEmployeeId> {
    call.facts().parties.iter().map(|party| party.employee.id).collect()
}

#[test]
fn the_employees_stand_in_the_order_in_which_the_call_came_to_them() {
    let call = Call::incoming().rings(PETR).after(20).rings(MARIA).after(5).answers(MARIA);
    assert_eq!(people(&call), [PETR, MARIA]);
    assert_eq!(people(&call.arriving(&[3, 2, 1, 0])), [PETR, MARIA]);
}

#[test]
fn also_when_an_earlier_ringing_of_somebody_known_is_told_last() {
    let call = Call::incoming().rings(PETR).after(20).rings(MARIA).after(20).rings(PETR);
    assert_eq!(people(&call.arriving(&[3, 2, 1])), [PETR, MARIA]);
}

#[test]
fn a_notification_without_an_employee_makes_nobody_a_party() {
    let call = Call::incoming().rings(PETR).but(|notice| notice.employee = None);
    assert!(people(&call).is_empty());
}

#[test]
fn a_name_that_was_missing_at_first_is_kept_when_it_comes() {
    let nameless =
        |call: Call| call.but(|notice| notice.employee.as_mut().unwrap().full_name = None);
    let call = nameless(Call::incoming().rings(MARIA));
    assert_eq!(call.facts().name_of(MARIA), None);
    let call = nameless(call.after(5).answers(MARIA).after(5).hangs_up(MARIA));
    assert_eq!(call.facts().name_of(MARIA), Some("Мария Ким"));
}

#[test]
fn a_notification_without_a_time_happened_when_it_came() {
    let call = Call::incoming().rings(MARIA).but(|notice| notice.at = None).after(30);
    assert_eq!(call.facts().parties[0].rang_at, Some(at(30)));
    assert_eq!(call.facts().began_at, at(0));
}

#[test]
fn the_kind_of_a_notification_tells_the_direction_when_nothing_else_does() {
    let silent = |call: Call| call.but(|notice| notice.direction = None).facts().direction;
    assert_eq!(silent(Call::incoming()), Some(Direction::In));
    assert_eq!(silent(Call::incoming().arriving(&[]).gives_up()), Some(Direction::In));
    let dialled = Call::outgoing_by(MARIA).arriving(&[0]);
    assert_eq!(silent(dialled), Some(Direction::Out));
    assert_eq!(silent(Call::outgoing_by(MARIA).arriving(&[1])), None);
}

#[test]
fn a_recording_told_twice_is_one() {
    let call = Call::incoming().record("https://m/1").record("https://m/2").record("https://m/1");
    let links: Vec<String> = call.facts().records.iter().map(ToString::to_string).collect();
    assert_eq!(links, ["https://m/1", "https://m/2"]);
}

#[test]
fn the_reports_recordings_count_when_no_notification_brought_one() {
    let mut row = report(&[MARIA], 5);
    row.records = vec!["https://report/1".parse().unwrap()];
    let mut without = Call::incoming().facts();
    without.learn(row.clone());
    assert_eq!(without.records, row.records);
    let mut with = Call::incoming().record("https://m/1").facts();
    with.learn(row);
    assert_eq!(with.records, ["https://m/1".parse().unwrap()]);
}

#[test]
fn the_report_fills_what_the_notifications_left_out() {
    let mut facts = Call::incoming().rings(MARIA).facts();
    facts.direction = None;
    let mut row = report(&[MARIA], 31);
    row.direction = Some(Direction::Out);
    row.communication = Some(CommunicationId(5));
    row.finished_at = Some(at(40));
    facts.learn(row);
    assert_eq!(facts.direction, Some(Direction::Out));
    assert_eq!(facts.communication, Some(CommunicationId(5)));
    assert_eq!(facts.ended_at, Some(at(40)));
    assert_eq!(facts.talk_seconds, Some(31));
}

#[test]
fn the_report_ends_a_call_even_if_it_does_not_say_when() {
    let mut facts = Call::incoming().facts();
    facts.learn(report(&[], 0));
    assert_eq!(facts.ended_at, Some(at(0)));
}

#[test]
fn a_notification_after_the_report_does_not_take_its_word_back() {
    let mut facts = Call::incoming().saying("scenario_name", "old").facts();
    let mut row = report(&[MARIA], 5);
    row.columns.insert("scenario_name".to_owned(), "new".to_owned());
    facts.learn(row);
    let late = Call::incoming().record("https://m/1").saying("scenario_name", "old");
    facts.observe(late.saying("file_duration", "5").notices.last().unwrap(), at(90));
    assert_eq!(facts.variables["scenario_name"], "new");
    assert_eq!(facts.variables["file_duration"], "5");
}

#[test]
fn the_sum_of_several_ends_is_the_longest_in_either_order() {
    let call = Call::incoming().rings(MARIA).after(5).finishes().after(30).finishes();
    let call = call.but(|notice| notice.talk_seconds = Some(30));
    assert_eq!(call.facts().talk_seconds, Some(30));
    assert_eq!(call.arriving(&[0, 1, 3, 2]).facts().talk_seconds, Some(30));
}

#[test]
fn in_either_order_the_parts_of_the_employees_are_the_same() {
    let call = Call::incoming().rings(MARIA).after(1).rings(OLEG).after(5).talks(MARIA, 18);
    let call = call.rings(PETR).after(5).talks(PETR, 44).finishes();
    let backwards: Vec<usize> = (0..call.notices.len()).rev().collect();
    assert_eq!(call.clone().arriving(&backwards).facts().parties, call.facts().parties);
}
