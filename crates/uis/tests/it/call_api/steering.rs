//! Commands to a call that goes on.

use domain::failure::{Class, Failure};
use domain::ids::CallSessionId;
use serde_json::{Value, json};
use uis::call_api::{Message, Recording};

use crate::server::{Answer, Uis, assert_failure, data, error};

const CALL: CallSessionId = CallSessionId(28_575_639);

fn done() -> Answer {
    data(json!({ "success": true }))
}

/// The method and the parameters of a request, without what all have.
fn told(request: &Value) -> (String, Value) {
    let mut params = request["params"].clone();
    let members = params.as_object_mut().unwrap();
    assert_eq!(members.remove("call_session_id").unwrap(), CALL.0);
    assert_eq!(members.remove("access_token").unwrap(), "key");
    (request["method"].as_str().unwrap().to_owned(), params)
}

#[tokio::test]
async fn each_command_names_the_call_and_what_else_it_needs() {
    let uis = Uis::start(|_, _| done()).await;
    let calls = &uis.calls;
    let music = Message::Media(2034);
    let hello = Message::Speech("Вам звонок".to_owned());
    calls.hold_call(CALL, &music).await.unwrap();
    calls.make_call(CALL, "102", Some(&hello)).await.unwrap();
    calls.make_call(CALL, "79031234567", None).await.unwrap();
    calls.transfer_talk(CALL).await.unwrap();
    calls.restore_talk(CALL).await.unwrap();
    calls.unhold_call(CALL).await.unwrap();
    calls.tag_call(CALL, 36).await.unwrap();
    calls.record_call(CALL, Recording::On).await.unwrap();
    calls.record_call(CALL, Recording::Off).await.unwrap();
    calls.disconnect_leg(CALL, 9875).await.unwrap();
    calls.release_call(CALL).await.unwrap();

    let speech = json!({ "type": "tts", "value": "Вам звонок" });
    let expected = [
        ("hold.call", json!({ "contact_message": { "type": "media", "value": "2034" } })),
        ("make.call", json!({ "to": "102", "to_message": speech })),
        ("make.call", json!({ "to": "79031234567" })),
        ("transfer.talk", json!({})),
        ("restore.talk", json!({})),
        ("unhold.call", json!({})),
        ("tag.call", json!({ "tag_id": 36 })),
        ("record.call", json!({ "action": "on" })),
        ("record.call", json!({ "action": "off" })),
        ("disconnect.leg", json!({ "leg_id": 9875 })),
        ("release.call", json!({})),
    ];
    let expected = expected.map(|(method, params)| (method.to_owned(), params));
    assert_eq!(uis.asked().iter().map(told).collect::<Vec<_>>(), expected);
}

async fn released(answer: impl Fn() -> Answer + Send + 'static) -> Result<(), Failure> {
    Uis::start(move |_, _| answer()).await.calls.release_call(CALL).await
}

#[tokio::test]
async fn success_may_be_a_truth_or_a_word_or_go_without_saying() {
    for success in
        [json!({ "success": true }), json!({ "success": "true" }), json!({}), json!(null)]
    {
        released(move || data(success.clone())).await.unwrap();
    }
}

#[tokio::test]
async fn success_that_is_denied_is_a_failure() {
    for success in [json!(false), json!("false")] {
        let denied = move || data(json!({ "success": success }));
        let failure = released(denied).await.unwrap_err();
        assert_failure(&failure, &Class::Permanent, "UIS-CALL-STATE", "не выполнил");
    }
}

#[tokio::test]
async fn a_call_that_is_over_is_gone() {
    let failure = released(|| error(-32602, "call_session_not_found")).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CALL-GONE", "Этого звонка уже нет");
}

#[tokio::test]
async fn a_participant_who_left_is_gone() {
    let uis = Uis::start(|_, _| error(-32602, "leg_not_found")).await;
    let failure = uis.calls.disconnect_leg(CALL, 1).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CALL-GONE", "участника");
}

#[tokio::test]
async fn a_command_out_of_turn_says_so() {
    let uis = Uis::start(|_, _| error(-32004, "invalid_state")).await;
    let failure = uis.calls.transfer_talk(CALL).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CALL-STATE", "в другом состоянии");
}

#[tokio::test]
async fn what_is_already_as_wanted_is_no_failure() {
    let uis = Uis::start(|method, params| match (method, params["action"].as_str()) {
        ("record.call", Some("on")) => error(-32602, "record_already_started"),
        ("record.call", _) => error(-32602, "record_already_stopped"),
        _ => error(-32602, "duplicate_tag"),
    })
    .await;
    uis.calls.record_call(CALL, Recording::On).await.unwrap();
    uis.calls.record_call(CALL, Recording::Off).await.unwrap();
    uis.calls.tag_call(CALL, 36).await.unwrap();
}

#[tokio::test]
async fn a_recording_ordered_by_the_settings_stays() {
    let uis = Uis::start(|_, _| error(-32003, "forbidden")).await;
    let failure = uis.calls.record_call(CALL, Recording::Off).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CALL-STATE", "не выключить");
}

#[tokio::test]
async fn a_missing_package_is_named() {
    let uis = Uis::start(|_, _| error(-32008, "component_disabled")).await;
    let failure = uis.calls.transfer_talk(CALL).await.unwrap_err();
    let package = "«Call API Управление вызовами»";
    assert_failure(&failure, &Class::Permanent, "UIS-COMPONENT", package);
    let failure = uis.calls.release_call(CALL).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-COMPONENT", "«Call API Базовый набор»");
}
