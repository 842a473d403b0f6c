use axum::http::StatusCode;
use cabinet::Role;
use serde_json::{Value, json};

use crate::house::House;

fn mail() -> Value {
    json!({
        "enabled": true, "host": "smtp.romashka.ru", "port": 465, "security": "tls", "login": "svyazka",
        "password": "очень-тайно", "from": "svyazka@romashka.ru", "to": ["it@romashka.ru"],
    })
}

fn body(version: u64, mail: &Value) -> Value {
    json!({ "version": version, "mail": mail, "webhook": { "enabled": true, "url": "https://hooks.romashka.ru/x" }, "muted": ["romashka"], "stuck_after_minutes": 15 })
}

#[tokio::test]
async fn the_settings_of_alerts_are_kept_and_their_secrets_never_shown() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let saved = admin.send_json("PUT", "/api/alerts", &body(0, &mail())).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
    let secret = saved.json()["new_secret"].as_str().unwrap().to_owned();
    assert_eq!(secret.len(), 64);

    let shown = admin.get("/api/alerts").await;
    assert!(!shown.text.contains("тайно") && !shown.text.contains(&secret), "{}", shown.text);
    let settings = &shown.json()["settings"];
    assert_eq!(settings["version"], 1);
    assert_eq!(settings["mail"]["has_password"], true);
    assert_eq!(
        settings["webhook"],
        json!({ "enabled": true, "url": "https://hooks.romashka.ru/x" })
    );
    assert_eq!(settings["muted"], json!(["romashka"]));

    let record = house.database.engine().record("alerts/settings").await.unwrap().unwrap();
    let stored = record.value.to_string();
    assert!(!stored.contains("тайно") && !stored.contains(&secret), "{stored}");
    let audit = house.caller(Role::Owner).await.get("/api/audit").await.text;
    assert!(audit.contains("alerts_changed"), "{audit}");
    assert!(!audit.contains("тайно") && !audit.contains(&secret), "{audit}");
}

#[tokio::test]
async fn a_password_stays_with_its_server_and_goes_to_no_other() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    assert_eq!(
        admin.send_json("PUT", "/api/alerts", &body(0, &mail())).await.status,
        StatusCode::OK
    );
    let mut again = mail();
    again.as_object_mut().unwrap().remove("password");
    let kept = admin.send_json("PUT", "/api/alerts", &body(1, &again)).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    assert_eq!(kept.json()["new_secret"], Value::Null, "the webhook is the same");

    again["host"] = json!("smtp.evil.example");
    let refused = admin.send_json("PUT", "/api/alerts", &body(2, &again)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.json()["problems"][0]["path"], "mail.password");
}

#[tokio::test]
async fn every_mistake_is_told_with_its_place() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let wrong = json!({ "version": 0, "stuck_after_minutes": 0,
        "mail": { "enabled": true, "host": "http://smtp", "port": 0, "security": "ssl", "from": "x", "to": [] },
        "webhook": { "enabled": true, "url": "hooks" } });
    let told = admin.send_json("PUT", "/api/alerts", &wrong).await.json();
    let places: Vec<_> = told["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["path"].as_str().unwrap())
        .collect();
    let expected = [
        "mail.host",
        "mail.port",
        "mail.security",
        "mail.from",
        "mail.to",
        "webhook.url",
        "stuck_after_minutes",
    ];
    assert_eq!(places, expected);
}

#[tokio::test]
async fn who_saves_over_settings_that_somebody_else_has_changed_is_told() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    assert_eq!(
        admin.send_json("PUT", "/api/alerts", &body(0, &mail())).await.status,
        StatusCode::OK
    );
    let late = admin.send_json("PUT", "/api/alerts", &body(0, &mail())).await;
    assert_eq!((late.status, &late.json()["current"]), (StatusCode::CONFLICT, &json!(1)));
}

#[tokio::test]
async fn alerts_are_for_administrators() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(viewer.get("/api/alerts").await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        viewer.send_json("PUT", "/api/alerts", &body(0, &mail())).await.status,
        StatusCode::FORBIDDEN
    );
    let admin = house.caller(Role::Admin).await;
    let tested =
        admin.send_json("POST", "/api/alerts/test", &json!({ "channel": "webhook" })).await.json();
    assert_eq!((&tested["taken"], &tested["code"]), (&json!(false), &json!("ALERT-OFF")));
}
