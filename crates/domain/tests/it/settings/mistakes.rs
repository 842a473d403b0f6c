//! What is said about a file with mistakes.

use domain::settings::{Problem, Settings};
use domain::text::Lang;
use serde_json::{Value, json};

use super::{example, problems};

/// The example with one place changed.
fn changed(pointer: &str, value: Value) -> Value {
    let mut file = example();
    *file.pointer_mut(pointer).unwrap() = value;
    file
}

/// The example without one place.
fn without(section: &str, key: &str) -> Value {
    let mut file = example();
    file.pointer_mut(section).unwrap().as_object_mut().unwrap().shift_remove(key).unwrap();
    file
}

fn said(file: &Value) -> Vec<String> {
    let problems = Settings::read(file).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

fn russian(file: &Value) -> String {
    let problems = Settings::read(file).unwrap_err();
    problems.iter().map(|problem| problem.text(Lang::Ru)).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_mistake_is_told_at_once_with_its_path() {
    let mistakes = problems(
        r#"
        name: Ромашка
        timezone: Europe/Moskow
        credentials:
          planfix_rest: { url: "romashka.planfix.ru" }
        telephony:
          enabled: yes please
          click_to_call: { outgoing_number: "доб. 5" }
          incoming:
            first: { create: taks }
            task_object: "12"
          fields:
            task: [{ planfix_field: 1, uis_field: utm_sorce }]
        dials: {}
        "#,
    );
    assert_eq!(
        mistakes,
        [
            "name: must be a-z, 0-9, - and _, begin with a letter or digit, at most 63 characters",
            "timezone: must be a time zone such as Europe/Moscow; did you mean `Europe/Moscow`?",
            "credentials.planfix_rest.url: must be an address that begins with https:// or http://",
            "telephony.enabled: must be true or false",
            "telephony.click_to_call.outgoing_number: must be a phone number, e.g. \"74950236854\"",
            "telephony.incoming.first.create: `taks` is not one of: task, nothing; did you mean `task`?",
            "telephony.incoming.task_object: must be a whole positive number",
            "telephony.responsibles.incoming.default: required, because telephony is switched on",
            "telephony.fields.task[0].uis_field: unknown variable `utm_sorce`; did you mean `utm_source`?",
            "dials: unknown setting; did you mean `deals`?",
        ]
    );
}

#[test]
fn a_file_that_is_no_section_is_refused() {
    assert_eq!(said(&json!([1])), ["must be a section with keys"]);
}

#[test]
fn an_unknown_key_names_the_nearest_known_one() {
    let mut file = example();
    let incoming = file.pointer_mut("/telephony/incoming").unwrap().as_object_mut().unwrap();
    incoming.insert("personal_maneger".to_owned(), json!(true));
    assert_eq!(
        said(&file),
        ["telephony.incoming.personal_maneger: unknown setting; did you mean `personal_manager`?"]
    );
}

#[test]
fn a_task_needs_its_object() {
    assert_eq!(
        said(&without("/telephony/incoming", "task_object")),
        ["telephony.incoming.task_object: required, because a task is created"]
    );
    assert_eq!(
        russian(&without("/text/leads", "task_object")),
        "обязательно, потому что создаётся задача"
    );
}

#[test]
fn a_contact_needs_its_template() {
    assert_eq!(
        said(&changed("/text/chats/contact_template", Value::Null)),
        ["text.chats.contact_template: required, because a contact is created"]
    );
}

#[test]
fn somebody_must_be_responsible() {
    assert_eq!(
        said(&without("/telephony/responsibles/incoming", "default")),
        ["telephony.responsibles.incoming.default: required, because telephony is switched on"]
    );
    assert_eq!(
        said(&without("/text", "responsibles")),
        [
            "text.responsibles.leads.default: required, because somebody must be responsible for what is created",
            "text.responsibles.chats.default: required, because somebody must be responsible for what is created",
        ]
    );
}

#[test]
fn a_tag_moment_needs_tags() {
    assert_eq!(
        said(&changed("/text/chats/create_on", json!("tag"))),
        ["text.chats.tags: required, because create_on is tag"]
    );
}

#[test]
fn a_selection_of_employees_needs_employees() {
    assert_eq!(
        said(&changed("/employees/sync_all", json!(false))),
        ["employees.selected: required, because sync_all is off"]
    );
}

#[test]
fn enabled_deals_need_everything() {
    assert_eq!(
        said(&changed("/deals", json!({"task_object": 12, "success_status": 5}))),
        [
            "deals.failure_status: required, because deals is switched on",
            "deals.amount_field: required, because deals is switched on",
        ]
    );
    assert_eq!(
        said(&changed("/deals/failure_status", json!(5))),
        ["deals.failure_status: repeats success_status"]
    );
}

#[test]
fn a_switched_on_section_needs_its_credentials() {
    let mut file = example();
    file["credentials"] = json!({"uis": {"data_api": {"token": "x"}}});
    assert_eq!(
        said(&file),
        [
            "credentials.planfix_rest: required, because employees is switched on",
            "credentials.planfix_telephony: required, because telephony is switched on",
            "credentials.uis.call_api: required, because telephony.click_to_call is switched on",
            "credentials.uis.chat_api: required, because text.chats is switched on",
            "credentials.planfix_chat: required, because text.chats.mirror is switched on",
        ]
    );
}

#[test]
fn a_condition_only_looks_at_what_its_flow_has() {
    let form = json!({"param": "form", "op": "include", "values": ["x"]});
    assert_eq!(
        said(&changed("/telephony/filter/incoming/all/1/any/0", form)),
        ["telephony.filter.incoming.all[1].any[0].param: `form` is not one of: virtual_number, \
          scenario, site, source, campaign, employee, tag"]
    );
}

#[test]
fn a_condition_is_a_row_or_a_group() {
    let both = json!({"all": [{"param": "site", "op": "include", "values": ["x"]}], "any": []});
    assert_eq!(
        said(&changed("/telephony/filter/outgoing", both)),
        ["telephony.filter.outgoing: must have exactly one of: param, all, any"]
    );
    let hollow = json!({"all": [{"any": []}, {"param": "site", "op": "is", "values": []}]});
    assert_eq!(
        said(&changed("/telephony/filter/outgoing", hollow)),
        [
            "telephony.filter.outgoing.all[0].any: must not be empty",
            "telephony.filter.outgoing.all[1].op: `is` is not one of: include, exclude",
            "telephony.filter.outgoing.all[1].values: must not be empty",
        ]
    );
}

#[test]
fn conditions_may_be_nested_32_deep_and_no_deeper() {
    let nested = |depth: usize| {
        let leaf = json!({"param": "site", "op": "include", "values": ["x"]});
        (1..depth).fold(leaf, |inner, _| json!({"all": [inner]}))
    };
    let file = |depth| changed("/telephony/filter/outgoing", nested(depth));
    assert!(Settings::read(&file(32)).is_ok());
    let problems = Settings::read(&file(33)).unwrap_err();
    let texts: Vec<_> = problems.iter().map(|problem| problem.text(Lang::En)).collect();
    assert_eq!(texts, ["conditions are nested deeper than 32"]);
}

#[test]
fn a_bad_template_is_told_with_its_place() {
    assert_eq!(
        said(&changed("/text/templates/chat_task", json!("Чат {{ visitor_nam }}"))),
        [
            "text.templates.chat_task: unknown variable `visitor_nam`; did you mean `visitor_name`? (column 8)"
        ]
    );
}

#[test]
fn nothing_may_be_named_twice() {
    let fields = json!([
        {"planfix_field": 101, "uis_field": "utm_source"},
        {"planfix_field": 101, "uis_field": "utm_medium"},
    ]);
    assert_eq!(
        said(&changed("/telephony/fields/contact", fields)),
        [
            "telephony.fields.contact[1].planfix_field: repeats telephony.fields.contact[0].planfix_field"
        ]
    );
    let pairs = json!([
        {"planfix_user": "user:3", "short_number": "103", "uis_employee": 4501},
        {"planfix_user": "user:4", "short_number": "103", "uis_employee": 4502},
    ]);
    assert_eq!(
        said(&changed("/employees/pairs", pairs)),
        ["employees.pairs[1].short_number: repeats employees.pairs[0].short_number"]
    );
}

#[test]
fn a_mistake_is_shown_to_the_cabinet_in_both_languages() {
    let problems = Settings::read(&changed("/timezone", json!(3))).unwrap_err();
    assert_eq!(
        serde_json::to_value(&problems).unwrap(),
        json!([{"path": "timezone", "code": "wrong_type", "ru": "ожидается текст", "en": "must be text"}])
    );
    let named: Vec<&str> = problems.iter().map(Problem::code).collect();
    assert_eq!(named, ["wrong_type"]);
}
