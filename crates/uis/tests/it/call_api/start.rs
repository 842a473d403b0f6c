//! A call started for an employee.

use domain::ids::{CallSessionId, UisEmployeeId};
use domain::phone::Phone;
use serde_json::json;
use uis::call_api::EmployeeCall;
use uis::data_api::Credentials;

use crate::server::{Answer, Uis, data, error};

/// Petrov calls a client.
pub(super) fn a_call() -> EmployeeCall {
    EmployeeCall {
        employee: UisEmployeeId(4501),
        employee_phone: None,
        virtual_number: Phone::parse("+7 495 023-68-54").unwrap(),
        show_virtual_number: false,
        contact: Phone::parse("8 (903) 123-45-67").unwrap(),
        external_id: "click-1".to_owned(),
    }
}

#[tokio::test]
async fn the_employee_is_rung_first_and_numbers_go_as_digits() {
    let uis = Uis::start(|_, _| data(json!({ "call_session_id": 237_859_081 }))).await;
    let session = uis.calls.start_employee_call(&a_call()).await.unwrap();
    assert_eq!(session, CallSessionId(237_859_081));

    let asked = uis.asked().remove(0);
    assert_eq!(asked["method"], "start.employee_call");
    let expected = json!({
        "access_token": "key",
        "first_call": "employee",
        "direction": "out",
        "virtual_phone_number": "74950236854",
        "show_virtual_phone_number": false,
        "contact": "79031234567",
        "external_id": "click-1",
        "employee": { "id": 4501 },
    });
    assert_eq!(asked["params"], expected);
}

#[tokio::test]
async fn one_phone_of_the_employee_can_be_chosen() {
    let uis = Uis::start(|_, _| data(json!({ "call_session_id": 1 }))).await;
    let call = EmployeeCall { employee_phone: Some("0123456".to_owned()), ..a_call() };
    uis.calls.start_employee_call(&call).await.unwrap();
    let employee = &uis.asked()[0]["params"]["employee"];
    assert_eq!(*employee, json!({ "id": 4501, "phone_number": "0123456" }));
}

#[tokio::test]
async fn a_session_that_ended_is_renewed_and_the_call_started_once_more() {
    let credentials = Credentials::Login { login: "robot".to_owned(), password: "pass".into() };
    let mut given = 0;
    let uis = Uis::start_for(credentials, move |method, params| match method {
        "login.user" => {
            given += 1;
            data(json!({ "access_token": format!("t{given}") }))
        }
        _ if params["access_token"] == "t1" => error(-32001, "access_token_invalid"),
        _ => data(json!({ "call_session_id": 7 })),
    })
    .await;
    assert_eq!(uis.calls.start_employee_call(&a_call()).await.unwrap(), CallSessionId(7));
    let start = "start.employee_call";
    assert_eq!(uis.methods(), ["login.user", start, "login.user", start]);
}

#[tokio::test]
async fn the_call_api_has_an_allowance_of_its_own() {
    let uis = Uis::start(|_, _| {
        let limits = json!({ "minute_limit": 60, "minute_remaining": 59, "minute_reset": 30 });
        Answer::Rpc(json!({ "result": {
            "data": { "call_session_id": 1 }, "metadata": { "limits": limits } } }))
    })
    .await;
    uis.calls.start_employee_call(&a_call()).await.unwrap();
    assert_eq!(uis.calls.limits().unwrap().minute_remaining, Some(59));
    assert_eq!(uis.api.limits(), None);
}
