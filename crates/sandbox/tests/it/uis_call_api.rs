//! Calls ordered over the Call API, and how they go.

use sandbox::uis::Ordered;
use sandbox::uis::script::ClientState;
use serde_json::{Value, json};

use crate::uis_client::Api;

pub(crate) const CLIENT: &str = "79031234567";

/// An order of Anna's, with some of its parameters changed; `null` takes one out.
pub(crate) fn order(changes: &Value) -> Value {
    let mut order = json!({
        "first_call": "employee",
        "virtual_phone_number": "74950236854",
        "contact": CLIENT,
        "external_id": "svyazka-1",
        "employee": {"id": 4501},
    });
    for (name, value) in changes.as_object().unwrap() {
        order[name] = value.clone();
    }
    order.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    order
}

pub(crate) fn api() -> Api {
    let api = Api::new();
    api.uis().queue_started();
    api
}

/// `second event employee`, one a line, of what began with a request.
fn timeline(api: &Api) -> String {
    let lines = api.uis().take_started().into_iter().filter_map(|step| {
        let told = step.notification()?;
        let employee = told.variables.get("employee_phone_number");
        let employee = employee.and_then(Value::as_str).unwrap_or_default();
        Some(format!("{:>3} {} {employee}", step.after, told.kind.event()))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn first_the_employees_phone_rings_and_then_the_clients() {
    let api = api();

    let answer = api.order("start.employee_call", order(&json!({}))).await;

    let session = answer["result"]["data"]["call_session_id"].as_u64().unwrap();
    assert_eq!(api.uis().live_calls()[0].session.0, session);
    assert_eq!(api.uis().live_calls()[0].client(), None);
    let mut seen = Vec::new();
    for step in api.uis().take_started() {
        let after = step.after;
        api.uis().perform(step).await;
        let calls = api.uis().live_calls();
        let state = calls.first().map(|call| (json!(call.phones).to_string(), call.client()));
        seen.push(format!("{after:>2} {state:?}"));
    }
    seen.dedup();
    insta::assert_snapshot!(seen.join("\n"), @r#"
     0 Some(("{}", None))
     0 Some(("{\"4501\":\"ringing\"}", None))
     3 Some(("{\"4501\":\"ringing\"}", Some(Dialing)))
     7 Some(("{\"4501\":\"talking\"}", Some(Talking)))
    37 Some(("{}", Some(Talking)))
    37 None
    40 None
    "#);
}

#[tokio::test]
async fn the_setting_decides_how_an_ordered_call_goes_on() {
    let api = api();
    let mut told = Vec::new();
    for ordered in [
        Ordered::Answered { after_secs: 5, talk_secs: 20 },
        Ordered::Busy,
        Ordered::NoAnswer,
        Ordered::NotAvailable,
        Ordered::EmployeeSilent,
    ] {
        api.uis().configure(|settings| settings.call_api.ordered = ordered);
        api.order("start.employee_call", order(&json!({}))).await;
        told.push(format!("{ordered:?}\n{}", timeline(&api)));
    }
    insta::assert_snapshot!(told.join("\n"), @r"
    Answered { after_secs: 5, talk_secs: 20 }
      0 call_outgoing 74951004501
      0 call_waiting 74951004501
      8 talk_started 74951004501
     28 talk_finished 74951004501
     28 call_finished 74951004501
     31 record_ready 74951004501
    Busy
      0 call_outgoing 74951004501
      0 call_waiting 74951004501
      5 call_finished 74951004501
    NoAnswer
      0 call_outgoing 74951004501
      0 call_waiting 74951004501
     23 call_finished 74951004501
    NotAvailable
      0 call_outgoing 74951004501
      0 call_waiting 74951004501
      5 call_finished 74951004501
    EmployeeSilent
      0 call_outgoing 74951004501
      0 call_waiting 74951004501
     20 call_waiting 04501
     40 call_finished 04501
    ");
}

#[tokio::test]
async fn our_own_id_comes_back_in_every_notification_and_in_the_report() {
    let api = api();
    api.order("start.employee_call", order(&json!({}))).await;

    let steps = api.uis().take_started();
    for told in steps.iter().filter_map(|step| step.notification()) {
        assert_eq!(told.variables["external_id"], "svyazka-1", "{:?}", told.kind);
        assert_eq!(told.variables["call_source"], "callapi");
    }
    for step in steps {
        api.uis().perform(step).await;
    }
    let row = &api.uis().finished_calls()[0].row;
    assert_eq!(row["call_api_external_id"], "svyazka-1");
    assert_eq!(row["finish_reason"], "operator_disconnects");
    assert_eq!((&row["source"], &row["talk_duration"]), (&json!("callapi"), &json!(30)));
}

#[tokio::test]
async fn the_client_may_be_rung_first() {
    let api = api();
    api.order("start.employee_call", order(&json!({"first_call": "contact"}))).await;
    assert_eq!(api.uis().live_calls()[0].client(), Some(ClientState::Dialing));
    insta::assert_snapshot!(timeline(&api), @r"
      0 call_outgoing 74951004501
      4 call_waiting 74951004501
      7 talk_started 74951004501
     37 talk_finished 74951004501
     37 call_finished 74951004501
     40 record_ready 74951004501
    ");
}

#[tokio::test]
async fn without_a_queue_the_sandbox_lets_ordered_calls_happen_itself() {
    let api = Api::new();
    api.order("start.employee_call", order(&json!({}))).await;
    let mut seen = 0;
    while api.uis().finished_calls().is_empty() {
        seen = api.sandbox.changes().after(seen).await;
    }
    assert!(api.uis().take_started().is_empty());
}
