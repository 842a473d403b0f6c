//! Settings that are tried on the last communications.

use axum::http::StatusCode;
use cabinet::Role;
use serde_json::{Value, json};

use crate::house::{Caller, House};

const PATH: &str = "/api/connections/romashka/rehearse";

async fn settings(caller: &Caller<'_>) -> Value {
    caller.get("/api/connections/romashka").await.json()["settings"].clone()
}

#[tokio::test]
async fn nothing_is_tried_where_nothing_happened() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let body = json!({ "settings": settings(&admin).await, "count": 50 });
    let answer = admin.send_json("POST", PATH, &body).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(
        (&answer.json()["rows"], &answer.json()["summary"]["seen"]),
        (&json!([]), &json!(0))
    );
}

#[tokio::test]
async fn every_mistake_of_the_settings_is_told_as_when_they_are_saved() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut settings = settings(&admin).await;
    settings["timezone"] = json!("Moscow");
    let answer = admin.send_json("POST", PATH, &json!({ "settings": settings, "count": 50 })).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problem = answer.json();
    assert_eq!(
        (&problem["code"], &problem["problems"][0]["path"]),
        (&json!("invalid_settings"), &json!("timezone"))
    );
}

#[tokio::test]
async fn settings_of_another_connection_are_not_tried_on_this_one() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut settings = settings(&admin).await;
    settings["name"] = json!("lyutik");
    let answer = admin.send_json("POST", PATH, &json!({ "settings": settings, "count": 50 })).await;
    assert_eq!(answer.json()["problems"][0]["path"], "name");
}

#[tokio::test]
async fn at_least_one_and_at_most_five_hundred_are_tried() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    for count in [0, 501] {
        let body = json!({ "settings": settings(&admin).await, "count": count });
        assert_eq!(admin.send_json("POST", PATH, &body).await.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn only_admins_try() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    let body = json!({ "settings": settings(&viewer).await, "count": 50 });
    assert_eq!(viewer.send_json("POST", PATH, &body).await.status, StatusCode::FORBIDDEN);
}
