use axum::http::StatusCode;
use cabinet::{HookKind, Role};
use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn a_token_has_no_employee_and_can_not_answer() {
    let house = House::open().await;
    let caller = house.caller(Role::Owner).await;
    let answer = caller.get("/api/workspace/romashka").await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.json()["code"], "people_only");
}

#[tokio::test]
async fn whoever_only_looks_does_not_get_in() {
    let house = House::open().await;
    let caller = house.caller(Role::Viewer).await;
    assert_eq!(caller.get("/api/workspace/romashka").await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.get("/api/workspace/romashka").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_dead_key_opens_no_frame() {
    let house = House::open().await;
    let body = json!({ "key": "guess" }).to_string();
    let answer = house.post("/api/workspace/entry/session", "application/json", &body).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(answer.json()["code"], "dead_link");
}

#[tokio::test]
async fn callbacks_of_chats_come_by_every_method() {
    let house = House::open().await;
    let hook = house.hook(HookKind::UisChat).await;
    for (method, path, body) in [
        ("POST", "chat", r#"{"chat_id":7,"visitor_id":3,"account_id":1,"channel_id":2}"#),
        ("PATCH", "chat", r#"{"chat_id":7,"operator_id":5}"#),
        ("POST", "message/status", r#"{"chat_id":7,"message_id":9,"status":"read"}"#),
        ("DELETE", "channel/2", "{}"),
    ] {
        let request = axum::http::Request::builder().method(method).uri(format!("{hook}/{path}"));
        let request = request.header("content-type", "application/json");
        let answer = house.send(request.body(body.to_owned().into()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{method} {path}");
    }
}
