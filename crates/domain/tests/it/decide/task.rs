//! The name of a call's task, and the variables it is made of.

use domain::decide::call_task;
use domain::settings::Telephony;
use domain::templates::Variables;

use super::telephony;
use crate::calls::{Call, MARIA};

fn name(call: &Call) -> String {
    let facts = call.facts();
    call_task(&telephony(&[]), &facts, &facts.template_variables()).name
}

#[test]
fn each_direction_and_outcome_has_its_own_name() {
    let incoming = Call::incoming().rings(MARIA).after(5);
    assert_eq!(name(&incoming.clone().talks(MARIA, 5)), "Входящий звонок от 79031234567");
    assert_eq!(name(&incoming.gives_up()), "Пропущенный звонок от 79031234567");
    let outgoing = Call::outgoing_by(MARIA).after(5);
    assert_eq!(name(&outgoing.clone().talks(MARIA, 5)), "Звонок на 79031234567");
    assert_eq!(name(&outgoing.finishes()), "Не дозвонились на 79031234567");
}

fn named_by(template: &str) -> Telephony {
    let quoted = "\"Входящий звонок от {{contact_phone_number}}\"";
    telephony(&[(quoted, &format!("'{template}'"))])
}

#[test]
fn a_template_that_gives_nothing_leaves_a_plain_name() {
    let settings = named_by("{{ contact_full_name }}");
    let facts = Call::incoming().rings(MARIA).after(5).talks(MARIA, 5).facts();
    let task = call_task(&settings, &facts, &facts.template_variables());
    assert_eq!((task.name.as_str(), task.name_trouble), ("Входящий звонок", None));
}

#[test]
fn a_template_that_fails_leaves_a_plain_name_and_says_why() {
    let settings = named_by("{{ communication_number | int }}");
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 5);
    let facts = call.saying("communication_number", "первое").facts();
    let task = call_task(&settings, &facts, &facts.template_variables());
    assert_eq!(task.name, "Входящий звонок");
    assert!(task.name_trouble.is_some());
}

#[test]
fn a_call_without_variables_still_has_a_name() {
    let settings = Telephony::default();
    let facts = Call::incoming().gives_up().facts();
    let task = call_task(&settings, &facts, &Variables::new());
    assert_eq!(task.name, "Пропущенный звонок от");
}

#[test]
fn what_we_know_better_than_uis_told_wins() {
    let call = Call::incoming()
        .saying("contact_phone_number", "+7 (903) 123-45-67")
        .saying("virtual_phone_number", "8 495 023-68-54")
        .saying("file_link", "https://m/old")
        .saying("scenario_name", "Основной")
        .record("https://m/1");
    let variables = call.facts().template_variables();
    assert_eq!(variables.get("contact_phone_number"), Some("79031234567"));
    assert_eq!(variables.get("virtual_phone_number"), Some("74950236854"));
    assert_eq!(variables.get("file_link"), Some("https://m/1"));
    assert_eq!(variables.get("scenario_name"), Some("Основной"));
}
