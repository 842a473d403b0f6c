//! What UIS may send to the notifications hook.

use axum::http::StatusCode;
use e2e::World;

const WAITING: &str = r#"{
  "event": "call_waiting", "call_session_id": 7001, "leg_id": 1, "employee_id": 4501,
  "employee_full_name": "Анна Смирнова", "contact_phone_number": "79031234567",
  "virtual_phone_number": "74950236854", "direction": "in", "call_source": "va",
  "external_id": null, "notification_time": "2026-03-02 12:00:00"
}"#;

#[tokio::test]
async fn a_json_body_a_form_and_a_query_are_one_notification() {
    let world = World::start().await;
    let form = "event=call_waiting&call_session_id=7001&leg_id=1&employee_id=4501&employee_full_name=%D0%90%D0%BD%D0%BD%D0%B0+%D0%A1%D0%BC%D0%B8%D1%80%D0%BD%D0%BE%D0%B2%D0%B0&contact_phone_number=79031234567&virtual_phone_number=74950236854&direction=in&call_source=va&external_id=&notification_time=2026-03-02+12%3A00%3A00";
    assert_eq!(world.post(&world.hook, "application/json", WAITING).await.0, StatusCode::OK);
    assert_eq!(
        world.post(&world.hook, "application/x-www-form-urlencoded", form).await.0,
        StatusCode::OK
    );
    let mut with_query = world.hook.clone();
    with_query.set_query(Some(form));
    assert_eq!(world.get(&with_query).await.0, StatusCode::OK);
    world.run().await;
    assert_eq!(world.planfix().cards().len(), 1);
    assert!(world.told().await.contains("пришло 3 раза"));
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_a_reason_and_kept() {
    let world = World::start().await;
    let (status, body) = world.post(&world.hook, "application/json", r#"{"hello": "world"}"#).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(body.contains("event"), "{body}");
    let told = world.told().await;
    assert!(told.contains("event"), "{told}");
}

#[tokio::test]
async fn a_wrong_key_and_an_unknown_connection_look_the_same() {
    let world = World::start().await;
    let wrong_key = world.url.join("hooks/romashka/uis_notifications/nonsense").unwrap();
    let unknown = world.url.join("hooks/nobody/uis_notifications/nonsense").unwrap();
    let one = world.post(&wrong_key, "application/json", WAITING).await;
    let other = world.post(&unknown, "application/json", WAITING).await;
    assert_eq!(one.0, StatusCode::NOT_FOUND);
    assert_eq!(one, other);
    assert!(world.journal().await.is_empty());
}
