//! «Фильтр входящих», and what conditions see of a call.

use domain::calls::{CallFacts, CallReport, Direction};
use domain::conditions::{Fact, Facts, Param};
use domain::decide::{Admission, CallConditions, admit_call};

use super::telephony;
use crate::calls::{Call, MARIA, OLEG, PETR, report, reported};

fn sees(facts: &CallFacts, param: Param) -> Fact {
    CallConditions(facts).fact(param)
}

fn known(values: &[&str]) -> Fact {
    Fact::Known(values.iter().map(|value| (*value).to_owned()).collect())
}

fn with_report(call: &Call, row: CallReport) -> CallFacts {
    let mut facts = call.facts();
    facts.learn(row);
    facts
}

fn row_saying(columns: &[(&str, &str)]) -> CallReport {
    let columns = columns.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    CallReport { columns: columns.collect(), ..report(&[MARIA], 5) }
}

#[test]
fn the_number_is_known_from_the_first_notification() {
    assert_eq!(sees(&Call::incoming().facts(), Param::VirtualNumber), known(&["74950236854"]));
}

#[test]
fn what_only_the_report_tells_is_unknown_until_it_is_there_and_then_known_to_be_missing() {
    let call = Call::incoming().but(|notice| notice.virtual_number = None);
    let facts = call.facts();
    let params = [
        Param::VirtualNumber,
        Param::Scenario,
        Param::Site,
        Param::Source,
        Param::Campaign,
        Param::Tag,
    ];
    for param in params {
        assert_eq!(sees(&facts, param), Fact::Unknown, "{param:?}");
    }
    let facts = with_report(&call, report(&[MARIA], 5));
    for param in params {
        assert_eq!(sees(&facts, param), known(&[]), "{param:?}");
    }
}

#[test]
fn a_thing_is_known_by_its_name_and_by_its_number() {
    let row = row_saying(&[
        ("scenario_name", "Основной"),
        ("scenario_id", "31"),
        ("site_domain_name", "romashka.ru"),
        ("source_name", " "),
        ("campaign_name", "Весна"),
    ]);
    let facts = with_report(&Call::incoming(), row);
    assert_eq!(sees(&facts, Param::Scenario), known(&["Основной", "31"]));
    assert_eq!(sees(&facts, Param::Site), known(&["romashka.ru"]));
    assert_eq!(sees(&facts, Param::Source), known(&[]));
    assert_eq!(sees(&facts, Param::Campaign), known(&["Весна"]));
}

#[test]
fn a_scenario_told_by_a_notification_need_not_wait_for_the_report() {
    let call = Call::incoming().saying("scenario_name", "Ночной");
    assert_eq!(sees(&call.facts(), Param::Scenario), known(&["Ночной"]));
}

#[test]
fn tags_are_the_reports() {
    let row = CallReport { tags: vec!["Заявка".to_owned()], ..report(&[MARIA], 5) };
    assert_eq!(sees(&with_report(&Call::incoming(), row), Param::Tag), known(&["Заявка"]));
}

#[test]
fn who_talked_is_known_when_all_talks_are_told() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(5).talks(PETR, 9);
    assert_eq!(sees(&call.facts(), Param::Employee), Fact::Unknown);
    let call = call.finishes();
    assert_eq!(sees(&call.facts(), Param::Employee), known(&["102", "Пётр Сомов"]));
}

#[test]
fn an_end_that_overtook_a_talk_does_not_say_who_talked() {
    let call = Call::incoming().rings(PETR).after(5).talks(PETR, 9).finishes();
    let early = call.arriving(&[0, 1, 4]);
    assert_eq!(sees(&early.facts(), Param::Employee), Fact::Unknown);
}

#[test]
fn who_was_rung_in_vain_is_the_reports_to_say() {
    let call = Call::incoming().rings(MARIA).after(20).gives_up();
    assert_eq!(sees(&call.facts(), Param::Employee), Fact::Unknown);
    let row = CallReport {
        employees: vec![reported(MARIA, false), reported(PETR, false)],
        ..report(&[], 0)
    };
    let facts = with_report(&call, row);
    assert_eq!(sees(&facts, Param::Employee), known(&["101", "Мария Ким", "102", "Пётр Сомов"]));
}

#[test]
fn of_a_talked_call_the_report_adds_those_it_alone_knows() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 9).finishes();
    let facts = with_report(&call, report(&[MARIA, OLEG], 20));
    assert_eq!(sees(&facts, Param::Employee), known(&["101", "Мария Ким", "104", "Олег Фокин"]));
}

#[test]
fn without_a_filter_everything_passes() {
    let settings = domain::settings::Telephony::default();
    let admission = admit_call(&settings, &Call::incoming().facts());
    assert_eq!(admission, Admission::Passed { explanation: None });
}

/// The example lets calls to one number pass that came from a site of ours or from no test.
fn admitted(facts: &CallFacts) -> Admission {
    admit_call(&telephony(&[]), facts)
}

#[test]
fn what_is_known_to_exclude_excludes_at_once() {
    let call = Call::incoming();
    let elsewhere =
        call.but(|notice| notice.virtual_number = domain::phone::Phone::parse("74950000000"));
    assert!(matches!(admitted(&elsewhere.facts()), Admission::Excluded { .. }));
}

#[test]
fn what_is_not_decided_stays_open_until_the_report() {
    let call = Call::incoming();
    assert!(matches!(admitted(&call.facts()), Admission::Open { .. }));
    let ours = with_report(&call, row_saying(&[("site_domain_name", "Romashka.ru")]));
    assert!(matches!(admitted(&ours), Admission::Passed { explanation: Some(_) }));
    let test = with_report(&call, row_saying(&[("campaign_name", "Тестовая кампания")]));
    assert!(matches!(admitted(&test), Admission::Excluded { .. }));
}

#[test]
fn the_filter_of_the_other_direction_does_not_count() {
    let call = Call::outgoing_by(MARIA);
    assert_eq!(admitted(&call.facts()), Admission::Passed { explanation: None });
}

#[test]
fn a_call_of_unknown_direction_is_an_incoming_one() {
    let mut facts = Call::outgoing_by(MARIA).facts();
    facts.direction = None;
    assert!(matches!(admitted(&facts), Admission::Open { .. }));
    facts.direction = Some(Direction::Out);
    assert!(matches!(admitted(&facts), Admission::Passed { .. }));
}
