use axum::http::StatusCode;
use cabinet::{HookKind, Role};

use crate::house::House;

const INCOMING: &str = r#"{"event":"call_incoming","call_session_id":1001,
    "contact_phone_number":"79031234567","virtual_phone_number":"74950236854"}"#;

#[tokio::test]
async fn a_notification_is_stored_once_and_answered_200_each_time() {
    let house = House::open().await;
    for _ in 0..3 {
        assert_eq!(house.notify(INCOMING).await.status, StatusCode::OK);
    }

    let journal = house.caller(Role::Viewer).await.get("/api/journal").await.json();
    assert_eq!(journal["items"].as_array().unwrap().len(), 1);
    assert_eq!(journal["items"][0]["key"], "call/1001");
    let story = house.caller(Role::Viewer).await.get("/api/journal/1").await.json();
    assert_eq!(story["notes"][0]["data"]["copies"], 3);
}

#[tokio::test]
async fn json_form_and_query_of_one_notification_are_one() {
    let house = House::open().await;
    let path = house.hook(HookKind::UisNotifications).await;
    let pairs = "event=call_incoming&call_session_id=7&contact_phone_number=79031234567";
    let json =
        r#"{"event":"call_incoming","call_session_id":7,"contact_phone_number":"79031234567"}"#;

    let answers = [
        house.get(&format!("{path}?{pairs}")).await,
        house.post(&path, "application/x-www-form-urlencoded", pairs).await,
        house.post(&path, "application/json", json).await,
    ];

    assert!(answers.iter().all(|answer| answer.status == StatusCode::OK), "{answers:?}");
    let story = house.caller(Role::Viewer).await.get("/api/journal/1").await.json();
    assert_eq!(story["notes"].as_array().unwrap().len(), 1);
    assert_eq!(story["notes"][0]["data"]["copies"], 3);
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_in_two_languages_and_kept() {
    let house = House::open().await;
    let answer = house.notify(r#"{"event":"call_incoming"}"#).await;

    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let reason = answer.json();
    assert!(reason["error"].as_str().unwrap().contains("Нет call_session_id"), "{reason}");
    assert!(
        reason["error_en"].as_str().unwrap().contains("call_session_id is missing"),
        "{reason}"
    );
    let journal =
        house.caller(Role::Viewer).await.get("/api/journal?state=unreadable").await.json();
    assert_eq!(journal["items"][0]["state"], "unreadable");
    assert_eq!(journal["items"][0]["reason"]["ru"], reason["error"]);
}

#[tokio::test]
async fn a_wrong_address_is_answered_alike_whatever_is_wrong_with_it() {
    let house = House::open().await;
    let right = house.hook(HookKind::UisNotifications).await;
    let key = right.rsplit('/').next().unwrap();
    let wrong = [
        "/hooks/romashka/uis_notifications/wrong-key".to_owned(),
        format!("/hooks/lyutik/uis_notifications/{key}"),
        format!("/hooks/romashka/uis_notification/{key}"),
        format!("/hooks/romashka/planfix_deals/{key}"),
    ];

    let mut answers = Vec::new();
    for path in &wrong {
        answers.push(house.post(path, "application/json", INCOMING).await);
    }

    for answer in &answers {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.text, answers[0].text);
    }
    let journal = house.caller(Role::Viewer).await.get("/api/journal").await.json();
    assert_eq!(journal["items"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_body_beyond_256_kib_is_refused() {
    let house = House::open().await;
    let answer = house.notify(&"x".repeat(256 * 1024 + 1)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.json()["error"].as_str().unwrap().contains("256"));
}

#[tokio::test]
async fn a_lead_is_stored_like_a_call() {
    let house = House::open().await;
    let answer = house.notify(r#"{"event":"lead","visitor_name":"Иван"}"#).await;
    assert_eq!(answer.status, StatusCode::OK);
    let journal = house.caller(Role::Viewer).await.get("/api/journal?kind=lead").await.json();
    assert_eq!(journal["items"].as_array().unwrap().len(), 1);
}
