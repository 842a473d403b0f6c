//! What the Data API answers.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use jiff::SignedDuration;
use sandbox::uis::Script;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::uis_client::{Api, call_of, day};

#[tokio::test]
async fn every_dictionary_answers_with_rows() {
    let api = Api::new();
    let mut sizes = Vec::new();
    for what in
        ["account", "employees", "virtual_numbers", "scenarios", "sites", "campaigns", "tags"]
    {
        let answer = api.ask(&format!("get.{what}"), json!({})).await;
        let rows = answer["result"]["data"].as_array().unwrap().len();
        assert_eq!(answer["result"]["metadata"]["total_items"], rows);
        sizes.push(format!("{what} {rows}"));
    }
    assert_eq!(
        sizes.join(", "),
        "account 1, employees 4, virtual_numbers 2, scenarios 2, sites 2, campaigns 3, tags 3"
    );
}

#[tokio::test]
async fn a_call_appears_in_the_report_only_after_the_lag() {
    let api = Api::new();
    api.uis().play(&call_of("79031234567").from_campaign("Яндекс.Директ: букеты")).await;
    api.clock.advance(SignedDuration::from_secs(6));
    assert_eq!(api.report(json!({})).await["result"]["data"], json!([]));

    api.clock.advance(SignedDuration::from_secs(1));
    let fields = json!([
        "id",
        "start_time",
        "talk_duration",
        "campaign_name",
        "utm_source",
        "site_domain_name",
        "first_talked_employee_id",
        "attributes",
        "employees",
        "segments"
    ]);
    let answer = api.report(json!({ "fields": fields })).await;

    insta::assert_json_snapshot!(answer["result"]["data"]);
}

#[tokio::test]
async fn without_fields_the_default_columns_come() {
    let api = Api::new();
    api.uis().play(&call_of("79031234567")).await;
    api.clock.advance(SignedDuration::from_secs(60));

    let answer = api.report(json!({})).await;

    let row = answer["result"]["data"][0].as_object().unwrap();
    let columns: Vec<_> = row.keys().map(String::as_str).collect();
    assert_eq!(columns.len(), 23);
    assert!(columns.contains(&"call_records") && !columns.contains(&"utm_source"));
}

#[tokio::test]
async fn a_call_that_goes_on_is_reported_only_to_those_who_ask_for_it() {
    let api = Api::new();
    for step in api.uis().steps(&call_of("79031234567")).into_iter().take(4) {
        api.uis().perform(step).await;
    }

    let usual = api.report(json!({})).await;
    let wanted = api.report(json!({ "include_ongoing_calls": true })).await;

    assert_eq!(usual["result"]["data"], json!([]));
    assert_eq!(wanted["result"]["data"][0]["id"], 2_384_912_001_u64);
    assert_eq!(wanted["result"]["data"][0]["finish_time"], Value::Null);
}

#[tokio::test]
async fn rows_are_filtered_sorted_and_paged() {
    let api = Api::new();
    for phone in ["79030000001", "79030000002", "79160000003"] {
        api.uis().play(&call_of(phone)).await;
    }
    api.clock.advance(SignedDuration::from_secs(60));
    let phones = |answer: Value| -> Vec<String> {
        let rows = answer["result"]["data"].as_array().unwrap().clone();
        rows.iter().map(|row| row["contact_phone_number"].as_str().unwrap().to_owned()).collect()
    };

    let from_903 = json!({"field": "contact_phone_number", "operator": "like", "value": "7903%"});
    let sort = json!([{"field": "start_time", "order": "desc"}]);
    let answer = api.report(json!({"filter": from_903, "sort": sort, "limit": 1})).await;
    assert_eq!(answer["result"]["metadata"]["total_items"], 2);
    assert_eq!(phones(answer), ["79030000002"]);

    let third = json!({"field": "contact_phone_number", "operator": "=", "value": "79160000003"});
    let tree = json!({"filters": [from_903, third], "condition": "or"});
    assert_eq!(phones(api.report(json!({"filter": tree, "offset": 1})).await).len(), 2);

    let query = json!({"field": "employees", "operator": "jsquery", "value": "employee_id=4501"});
    assert_eq!(phones(api.report(json!({"filter": query})).await).len(), 3);
}

#[tokio::test]
async fn an_employee_is_found_by_his_extension() {
    let api = Api::new();
    let value = r#"extension_phone_number="102""#;
    let filter = json!({"field": "extension", "operator": "jsquery", "value": value});

    let answer = api.ask("get.employees", json!({"filter": filter, "fields": ["id"]})).await;

    assert_eq!(answer["result"]["data"], json!([{"id": 4502}]));
}

#[tokio::test]
async fn legs_tell_who_was_rung_and_who_talked() {
    let api = Api::new();
    let call = Script::incoming("79031234567").rings_all(["101", "102"]).answered_by("102");
    api.uis().play(&call.talks_secs(10)).await;
    api.clock.advance(SignedDuration::from_secs(60));
    let mut params = day();
    params["fields"] = json!(["employee_id", "is_talked", "duration"]);

    let answer = api.ask("get.call_legs_report", params).await;

    assert_eq!(
        answer["result"]["data"],
        json!([
            {"employee_id": 4501, "is_talked": false, "duration": 0},
            {"employee_id": 4502, "is_talked": true, "duration": 10},
        ])
    );
}

#[tokio::test]
async fn a_recording_can_be_listened_to() {
    let api = Api::new();
    let request = Request::get("/uis/media/1/abc").body(Body::empty()).unwrap();
    let response = api.sandbox.router().oneshot(request).await.unwrap();

    assert_eq!(response.headers()["content-type"], "audio/wav");
    let sound = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert!(sound.starts_with(b"RIFF") && sound.len() == 12_044);
}
