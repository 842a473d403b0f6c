//! Legs of a call.

use domain::ids::CallSessionId;
use serde_json::json;

use super::calls::{moscow, today};
use crate::server::{Uis, rows};

#[tokio::test]
async fn legs_of_one_call_are_asked_for_and_read() {
    let row = json!({
        "id": 900, "call_session_id": 55, "start_time": "2026-03-01 12:00:00",
        "connect_time": null, "duration": 0, "total_duration": 12, "direction": "in",
        "is_operator": true, "employee_id": 4501, "employee_full_name": "Петров Пётр",
        "employee_phone_number": "79990000001", "is_transfered": false, "is_failed": true,
        "is_talked": false, "finish_reason": "operator_not_responsible"
    });
    let uis = Uis::start(move |_, _| rows([row.clone()])).await;
    let legs = uis.api.call_legs(CallSessionId(55), &today(), &moscow()).await.unwrap();

    let asked = &uis.asked()[0];
    assert_eq!(asked["method"], "get.call_legs_report");
    let filter = json!({ "field": "call_session_id", "operator": "=", "value": 55 });
    assert_eq!(asked["params"]["filter"], filter);
    let leg = &legs[0];
    assert_eq!((leg.id, leg.session.0, leg.employee.unwrap().0), (900, 55, 4501));
    assert_eq!((leg.connect, leg.total_seconds), (None, Some(12)));
    assert_eq!((leg.failed, leg.talked, leg.transferred), (Some(true), Some(false), Some(false)));
}
