//! Calls going on that somebody lists, holds, tags and ends over the Call API.

use sandbox::uis::Uis;
use sandbox::uis::notify::Kind;
use sandbox::uis::script::Step;
use serde_json::{Value, json};

use crate::uis_call_api::{api, order};
use crate::uis_client::{Api, call_of};

/// Steps before this notification happen, and it does not.
fn before(kind: Kind) -> impl Fn(&Step) -> bool {
    move |step| step.notification().is_some_and(|told| told.kind == kind)
}

/// An incoming call in which 101 talks; its end is not reached.
pub(crate) async fn talk(api: &Api) -> Value {
    for step in api.uis().steps(&call_of("79031234567")) {
        if step.after < 40 {
            api.uis().perform(step).await;
        }
    }
    json!(api.uis().live_calls()[0].session)
}

/// `who: state`, as `list.calls` tells it.
pub(crate) async fn states(api: &Api) -> String {
    let calls = api.order("list.calls", json!({})).await;
    let legs = calls["result"]["data"][0]["legs"].as_array().cloned().unwrap_or_default();
    let line = |leg: &Value| {
        let name = leg["employee_full_name"].as_str().unwrap_or("клиент");
        format!("{name}: {}", leg["state"].as_str().unwrap())
    };
    legs.iter().map(line).collect::<Vec<_>>().join(", ")
}

pub(crate) async fn does(api: &Api, method: &str, session: &Value, extra: Value) -> String {
    let mut params = json!({ "call_session_id": session });
    params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    api.says(method, params).await
}

pub(crate) async fn hold(api: &Api, session: &Value) -> String {
    let music = json!({"contact_message": {"type": "media", "value": "501"}});
    does(api, "hold.call", session, music).await
}

/// Kinds of what was sent since the last look, and whom it names.
pub(crate) fn told(uis: &Uis, from: usize) -> Vec<String> {
    let lines = uis.notifications().into_iter().skip(from);
    lines
        .map(|line| format!("{} {}", line.event.event(), line.employee.unwrap_or_default()))
        .collect()
}

#[tokio::test]
async fn the_list_shows_a_call_as_it_stands() {
    let api = api();
    api.order("start.employee_call", order(&json!({}))).await;
    api.goes_on_until(before(Kind::TalkStarted)).await;

    let calls = api.order("list.calls", json!({"direction": "out"})).await;

    insta::assert_json_snapshot!(calls["result"]["data"][0], @r#"
    {
      "call_session_id": 2384912001,
      "direction": "out",
      "start_time": "2026-03-02T12:00:00.000",
      "virtual_phone_number": "74950236854",
      "contact_phone_number": "79031234567",
      "external_id": "svyazka-1",
      "tags": [],
      "legs": [
        {
          "leg_id": 2385912001,
          "calling_phone_number": "79031234567",
          "called_phone_number": "74950236854",
          "is_operator": false,
          "employee_id": null,
          "employee_full_name": null,
          "record_call_enabled": false,
          "state": "Разговор"
        },
        {
          "leg_id": 7100001,
          "calling_phone_number": "74950236854",
          "called_phone_number": "74951004501",
          "is_operator": true,
          "employee_id": 4501,
          "employee_full_name": "Анна Смирнова",
          "record_call_enabled": true,
          "state": "Разговор"
        }
      ]
    }
    "#);
    let none = api.order("list.calls", json!({"virtual_phone_number": "74950236855"})).await;
    assert_eq!(none["result"]["data"], json!([]));
}

#[tokio::test]
async fn what_the_state_of_the_call_forbids_is_refused() {
    let api = api();
    let ringing = api.order("start.employee_call", order(&json!({}))).await;
    let ringing = ringing["result"]["data"]["call_session_id"].clone();
    assert_eq!(hold(&api, &ringing).await, "invalid_state");
    does(&api, "release.call", &ringing, json!({})).await;
    api.goes_on().await;

    let call = talk(&api).await;
    for method in ["unhold.call", "transfer.talk", "restore.talk"] {
        assert_eq!(does(&api, method, &call, json!({})).await, "invalid_state", "{method}");
    }
    let to = json!({"to": "102"});
    assert_eq!(does(&api, "make.call", &call, to.clone()).await, "invalid_state");
    hold(&api, &call).await;
    assert_eq!(hold(&api, &call).await, "invalid_state");
    assert_eq!(
        does(&api, "make.call", &call, json!({"to": "777"})).await,
        "invalid_parameter_value"
    );
    api.uis().set_phones_active("102", false);
    assert_eq!(does(&api, "make.call", &call, to).await, "no_active_phone_number");
    assert_eq!(does(&api, "unhold.call", &call, json!({})).await, "done");
    let nowhere = json!(1);
    assert_eq!(does(&api, "release.call", &nowhere, json!({})).await, "call_session_not_found");
    assert_eq!(does(&api, "disconnect.leg", &call, json!({"leg_id": 5})).await, "leg_not_found");
    assert_eq!(does(&api, "tag.call", &call, json!({"tag_id": 99})).await, "tag_not_found");
}

#[tokio::test]
async fn a_released_call_ends_at_once_and_nothing_of_its_former_course_happens() {
    let api = api();
    let steps = api.uis().steps(&call_of("79031234567"));
    let (now, later): (Vec<_>, Vec<_>) = steps.into_iter().partition(|step| step.after < 40);
    for step in now {
        api.uis().perform(step).await;
    }
    api.clock.advance(jiff::SignedDuration::from_secs(12));
    let call = json!(api.uis().live_calls()[0].session);
    let sent = api.uis().notifications().len();

    assert_eq!(does(&api, "release.call", &call, json!({})).await, "done");
    assert!(api.uis().live_calls().is_empty());
    api.goes_on().await;
    for step in later {
        api.uis().perform(step).await;
    }

    assert_eq!(
        told(api.uis(), sent),
        [
            "talk_finished Анна Смирнова",
            "call_finished Анна Смирнова",
            "record_ready Анна Смирнова"
        ]
    );
    let calls = api.uis().finished_calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(
        (&calls[0].row["total_duration"], &calls[0].row["talk_duration"]),
        (&json!(12), &json!(7))
    );
}

#[tokio::test]
async fn the_clients_leg_ends_the_call_and_an_employees_only_his_part() {
    let api = api();
    let call = talk(&api).await;
    hold(&api, &call).await;
    does(&api, "make.call", &call, json!({"to": "102"})).await;
    let colleague = api.uis().live_calls()[0].parts.ringing[0].id;

    does(&api, "disconnect.leg", &call, json!({ "leg_id": colleague })).await;
    assert_eq!(states(&api).await, "клиент: На удержании, Анна Смирнова: Разговор");

    let client = api.uis().live_calls()[0].client_leg();
    does(&api, "disconnect.leg", &call, json!({ "leg_id": client })).await;
    assert!(api.uis().live_calls().is_empty());
}

#[tokio::test]
async fn a_tag_put_during_the_talk_is_told_and_reported() {
    let api = api();
    let call = talk(&api).await;
    does(&api, "tag.call", &call, json!({"tag_id": 13})).await;
    does(&api, "tag.call", &call, json!({"tag_id": 13})).await;
    let listed = api.order("list.calls", json!({})).await;
    assert_eq!(listed["result"]["data"][0]["tags"], json!([{"tag_id": 13, "tag_name": "Заказ"}]));

    does(&api, "release.call", &call, json!({})).await;
    api.goes_on().await;

    assert_eq!(api.uis().finished_calls()[0].row["tags"][0]["tag_name"], "Заказ");
    let last = api.uis().notifications().pop().unwrap();
    assert!(last.body.contains(r#""tag_names":["Заказ"]"#), "{}", last.body);
}
