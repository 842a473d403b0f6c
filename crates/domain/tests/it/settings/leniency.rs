//! What may be left out, and how things may be spelt.

use domain::conditions::Condition;
use domain::ids::PlanfixUserId;
use domain::settings::Settings;

use super::{example, read};

#[test]
fn a_name_alone_is_a_connection_with_everything_off() {
    let settings = read("name: romashka");
    assert_eq!(settings.title, "romashka");
    assert_eq!(settings.timezone.name(), "Europe/Moscow");
    assert!(!settings.employees.enabled && !settings.telephony.enabled);
    assert!(!settings.text.enabled && !settings.deals.enabled);
}

#[test]
fn a_section_that_is_there_is_on() {
    let settings = read(
        r"
        name: romashka
        credentials:
          planfix_rest: { url: https://romashka.planfix.ru/rest/ }
          uis: { data_api: {} }
        employees: {}
        ",
    );
    assert!(
        settings.employees.enabled && settings.employees.sync_all && settings.employees.nightly
    );
    let data_api = settings.credentials.uis.data_api.unwrap();
    assert_eq!(data_api.url.as_str(), "https://dataapi.uiscom.ru/v2.0");
    assert_eq!(settings.credentials.planfix_rest.unwrap().name, "Планфикс");
}

#[test]
fn a_switched_off_section_may_be_half_filled() {
    let settings =
        read("{name: a, telephony: {enabled: false, incoming: {first: {create: task}}}}");
    assert!(!settings.telephony.enabled);
    assert_eq!(settings.telephony.responsibles.incoming.default, None);
}

#[test]
fn numbers_without_quotes_are_labels_where_labels_are_meant() {
    let settings = read(
        r"
        name: a
        employees:
          enabled: false
          pairs: [{ planfix_user: 3, short_number: 103, uis_employee: 4501 }]
        telephony:
          enabled: false
          click_to_call: { outgoing_number: 74950236854 }
          filter: { incoming: { param: virtual_number, op: include, values: [74950236854] } }
        ",
    );
    let pair = settings.employees.pairs.first().unwrap();
    assert_eq!(pair.planfix_user, PlanfixUserId(3));
    assert_eq!(pair.short_number.as_ref().unwrap().as_str(), "103");
    assert_eq!(settings.telephony.click_to_call.unwrap().outgoing_number.digits(), "74950236854");
    let Some(Condition::Leaf(leaf)) = settings.telephony.filter.incoming else {
        panic!("a row was written");
    };
    assert_eq!(leaf.values, ["74950236854"]);
}

#[test]
fn an_emptied_filter_lets_everything_pass() {
    for emptied in ["{}", "{all: []}", "{any: []}", "null"] {
        let settings = read(&format!(
            "{{name: a, telephony: {{enabled: false, filter: {{incoming: {emptied}}}}}}}"
        ));
        assert_eq!(settings.telephony.filter.incoming, None, "{emptied}");
    }
}

#[test]
fn stored_settings_hold_no_secrets() {
    let settings = Settings::read(&example()).unwrap();
    let stored = serde_json::to_string(&settings).unwrap();
    assert!(!stored.contains("<bearer token of the robot>"));
    let mut back: Settings = serde_json::from_str(&stored).unwrap();
    assert_ne!(back, settings);
    back.fill_secrets_from(&settings);
    assert_eq!(back, settings);
}
