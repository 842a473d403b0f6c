//! What the Call API refuses, and how it fails.

use axum::http::StatusCode;
use jiff::SignedDuration;
use sandbox::Door;
use sandbox::faults::{Fault, When};
use sandbox::uis::Limits;
use serde_json::{Value, json};

use crate::uis_call_api::{api, order};
use crate::uis_client::TOKEN;

#[tokio::test]
async fn impossible_orders_are_refused_by_their_mnemonics() {
    let api = api();
    api.uis().configure(|settings| {
        settings.blacklist.insert("79035550000".to_owned());
    });
    api.uis().set_phones_active("103", false);
    let employee = |employee: Value| order(&json!({ "employee": employee }));
    let early = json!({"early_switching": true, "switch_at_once": true, "first_call": "contact"});
    let message = |message: Value| order(&json!({ "contact_message": message }));
    for (params, mnemonic) in [
        (order(&json!({"contact": null})), "required_parameter_missed"),
        (order(&json!({"employee": {}})), "required_parameter_missed"),
        (order(&json!({"surprise": 1})), "unexpected_parameters"),
        (employee(json!({"id": 4501, "name": "Анна"})), "unexpected_parameters"),
        (employee(json!({"id": "4501"})), "data_type_error"),
        (order(&json!({"first_call": "operator"})), "invalid_parameter_value"),
        (order(&json!({"contact": "+79031234567"})), "invalid_parameter_value"),
        (order(&json!({"contact": "102"})), "invalid_parameter_value"),
        (order(&early), "invalid_parameters_combination"),
        (employee(json!({"id": 4999})), "employee_not_found"),
        (employee(json!({"id": 4503})), "no_active_phone_number"),
        (employee(json!({"id": 4501, "phone_number": "74951004502"})), "no_active_phone_number"),
        (order(&json!({"virtual_phone_number": "74990000000"})), "virtual_phone_number_not_found"),
        (order(&json!({"contact": "74950236855"})), "own_virtual_phone_number_not_allowed"),
        (order(&json!({"contact": "79035550000"})), "contact_in_blacklist"),
        (message(json!({"type": "media", "value": "77"})), "media_file_not_found"),
        (message(json!({"type": "tts", "value": "а".repeat(501)})), "tts_text_exceeded"),
        (message(json!({"type": "media", "value": "501"})), "done"),
        (employee(json!({"id": 4501, "phone_number": "04501"})), "done"),
        (employee(json!({"id": 4501, "phone_number": "101"})), "done"),
        (order(&json!({"contact": "04502"})), "done"),
    ] {
        assert_eq!(api.says("start.employee_call", params.clone()).await, mnemonic, "{params}");
    }
    assert_eq!(api.says("start.multi_call", json!({})).await, "method_not_found");
    assert_eq!(api.says("get.employees", json!({})).await, "method_not_found");
}

#[tokio::test]
async fn an_unpaid_package_refuses_its_methods() {
    let api = api();
    api.uis().configure(|settings| settings.call_api.basic = false);

    let answer = api.order("start.employee_call", order(&json!({}))).await;

    assert_eq!(answer["error"]["code"], -32008);
    assert_eq!(answer["error"]["data"]["mnemonic"], "component_disabled");
    assert_eq!(api.says("hold.call", json!({})).await, "required_parameter_missed");
    api.uis().configure(|settings| settings.call_api.control = false);
    assert_eq!(api.says("hold.call", json!({})).await, "component_disabled");
}

#[tokio::test]
async fn the_call_api_has_points_of_its_own() {
    let api = api();
    api.uis().configure(|settings| settings.call_api.limits = Limits { day: 100, minute: 1 });

    assert_eq!(api.says("list.calls", json!({})).await, "done");
    assert_eq!(api.says("start.employee_call", order(&json!({}))).await, "limit_exceeded");
    assert_eq!(api.refusal("get.tags", json!({})).await, "answered");

    api.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(api.says("start.employee_call", order(&json!({}))).await, "done");
}

#[tokio::test]
async fn an_answer_lost_after_the_deed_leaves_the_call_going_on() {
    let api = api();
    let faults = api.uis().faults();
    faults.next(1, Door::CallApi, Fault::ServerError { when: When::BeforeCommit });
    faults.next(1, Door::CallApi, Fault::ServerError { when: When::AfterCommit });
    let mut params = order(&json!({}));
    params["access_token"] = json!(TOKEN);
    let body = json!({"jsonrpc": "2.0", "id": 1, "method": "start.employee_call",
        "params": params});

    for live in [0, 1] {
        let (status, _) = api.send_to("v4.0", body.to_string()).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(api.uis().live_calls().len(), live);
    }
    insta::assert_snapshot!(api.uis().ledger(), @r"
    call start.employee_call employee 4501 -> 79031234567 from 74950236854 ~~ 500 before commit
    call start.employee_call employee 4501 -> 79031234567 from 74950236854 => call 2384912001 ~~ 500 after commit
    ");
}
