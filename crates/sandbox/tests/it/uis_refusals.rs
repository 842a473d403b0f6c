//! What the Data API refuses, and how it fails.

use axum::http::StatusCode;
use jiff::SignedDuration;
use sandbox::Door;
use sandbox::faults::{Fault, Throttling, When};
use sandbox::uis::Limits;
use serde_json::{Value, json};

use crate::uis_client::{Api, TOKEN, day};

#[tokio::test]
async fn wrong_questions_are_refused_by_their_mnemonics() {
    let api = Api::new();
    let with = |extra: Value| {
        let mut params = day();
        params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        params
    };
    let filter = |field: &str, operator: &str| {
        with(json!({"filter": {"field": field, "operator": operator, "value": 1}}))
    };
    let long = json!({"date_from": "2026-01-01 00:00:00", "date_till": "2026-04-01 00:00:01"});
    let iso = json!({"date_from": "2026-01-01T00:00:00Z", "date_till": "2026-01-02 00:00:00"});
    for (params, mnemonic) in [
        (json!({}), "required_parameter_missed"),
        (iso, "invalid_parameter_value"),
        (long, "date_interval_limit_reached"),
        (with(json!({"fields": ["no_such"]})), "unexpected_parameters"),
        (with(json!({"surprise": 1})), "unexpected_parameters"),
        (with(json!({"limit": 10_001})), "invalid_parameter_value"),
        (with(json!({"limit": "ten"})), "data_type_error"),
        (with(json!({"sort": [{"field": "talk_duration"}]})), "sort_prohibited"),
        (filter("start_time", "="), "filter_prohibited"),
        (filter("id", "is"), "invalid_parameter_value"),
        (filter("id", "="), "answered"),
    ] {
        assert_eq!(api.refusal("get.calls_report", params.clone()).await, mnemonic, "{params}");
    }
    assert_eq!(api.refusal("get.deals_report", json!({})).await, "method_not_found");
}

#[tokio::test]
async fn only_a_known_key_from_an_allowed_address_gets_in() {
    let api = Api::new();
    let by_key = |token: Value| {
        let token = json!({ "access_token": token });
        async { api.call("get.tags", token).await["error"]["data"]["mnemonic"].clone() }
    };
    assert_eq!(by_key(json!("guess")).await, "access_token_invalid");

    let who = json!({"login": "dataapi@romashka.ru", "password": "sandbox-uis-password"});
    let session = api.call("login.user", who).await["result"]["data"]["access_token"].clone();
    assert_eq!(by_key(session.clone()).await, Value::Null);

    api.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(by_key(session).await, "access_token_expired");

    api.uis().configure(|settings| settings.ip_allowed = false);
    let answer = api.ask("get.tags", json!({})).await;
    assert_eq!(answer["error"]["data"]["mnemonic"], "ip_not_whitelisted");
    assert_eq!(answer["error"]["data"]["metadata"], Value::Null);
}

#[tokio::test]
async fn points_run_out_and_come_back_with_the_next_minute() {
    let api = Api::new();
    api.uis().configure(|settings| settings.limits = Limits { day: 100, minute: 2 });

    let answer = api.ask("get.tags", json!({})).await;
    assert_eq!(answer["result"]["metadata"]["limits"]["minute_remaining"], 1);
    assert_eq!(api.refusal("get.tags", json!({"surprise": 1})).await, "unexpected_parameters");
    assert_eq!(api.refusal("get.tags", json!({})).await, "answered");
    assert_eq!(api.refusal("get.tags", json!({})).await, "limit_exceeded");

    api.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(api.refusal("get.tags", json!({})).await, "answered");
}

#[tokio::test]
async fn envelopes_that_cannot_be_opened_are_told_so() {
    let api = Api::new();
    for (body, mnemonic) in [
        ("{", "parse_error"),
        ("[]", "batch_opreations_not_supported"),
        (r#"{"jsonrpc":"2.0","method":"get.tags"}"#, "notifications_not_supported"),
        (r#"{"id":1,"method":"get.tags"}"#, "invalid_request"),
    ] {
        let (status, answer) = api.send(body).await;
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(status, StatusCode::OK);
        assert_eq!(answer["error"]["data"]["mnemonic"], mnemonic);
    }
}

#[tokio::test]
async fn armed_faults_strike_and_stand_in_the_ledger() {
    let api = Api::new();
    let faults = api.uis().faults();
    faults.next(1, Door::DataApi, Fault::ServerError { when: When::BeforeCommit });
    faults.next(1, Door::DataApi, Fault::HtmlPage);
    let shape = Throttling::Forbidden;
    faults.next(1, Door::DataApi, Fault::Throttle { shape, seconds: 5 });
    faults.next(1, Door::DataApi, Fault::RevokedToken);
    let body = json!({"jsonrpc": "2.0", "id": 1, "method": "get.tags",
        "params": {"access_token": TOKEN}});

    assert_eq!(api.send(body.to_string()).await.0, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(api.send(body.to_string()).await.1.starts_with("<html>"));
    assert_eq!(api.refusal("get.tags", json!({})).await, "limit_exceeded");
    assert_eq!(api.refusal("get.tags", json!({})).await, "access_token_invalid");
    assert_eq!(api.refusal("get.tags", json!({})).await, "answered");

    insta::assert_snapshot!(api.uis().ledger(), @r"
    data get.tags ~~ 500 before commit
    data get.tags ~~ HTML page with 200
    data get.tags ~~ throttled, 403
    data get.tags ~~ token revoked
    data get.tags
    ");
}
