//! SIP lines, and the numbers that clients see.

use domain::ids::UisEmployeeId;
use domain::phone::Phone;
use serde_json::json;

use crate::server::{Uis, rows};

#[tokio::test]
async fn a_line_has_its_employee_and_the_number_that_clients_see() {
    let uis = Uis::start(|_, _| {
        rows([json!({ "id": 12_312, "type": "in_out", "status": "active", "employee_id": 4501,
            "phone_number": "0123456", "virtual_phone_number": "74950236854" })])
    })
    .await;
    let line = uis.api.sip_lines().await.unwrap().remove(0);
    assert_eq!(line.id, 12_312);
    assert_eq!(line.number.as_deref(), Some("0123456"));
    assert_eq!(line.employee, Some(UisEmployeeId(4501)));
    assert_eq!(line.outgoing_number(), Phone::parse("74950236854").as_ref());
}

#[tokio::test]
async fn a_line_that_cannot_call_has_no_outgoing_number() {
    let number = "74950236854";
    let uis = Uis::start(move |_, _| {
        rows([
            json!({ "id": 1, "type": "in", "status": "active", "virtual_phone_number": number }),
            json!({ "id": 2, "type": "in_out", "status": "inactive",
                "virtual_phone_number": number }),
            json!({ "id": 3, "type": "in_out", "status": "active", "virtual_phone_number": null }),
            json!({ "type": "in_out", "virtual_phone_number": number }),
        ])
    })
    .await;
    let lines = uis.api.sip_lines().await.unwrap();
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(lines.iter().all(|line| line.outgoing_number().is_none()));
}

#[tokio::test]
async fn passwords_of_lines_are_not_asked_for() {
    let uis = Uis::start(|_, _| rows([])).await;
    uis.api.sip_lines().await.unwrap();
    let asked = uis.asked().remove(0);
    assert_eq!(asked["method"], "get.sip_lines");
    let fields = ["id", "phone_number", "type", "status", "virtual_phone_number", "employee_id"];
    assert_eq!(asked["params"]["fields"], json!(fields));
}
