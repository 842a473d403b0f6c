//! The Data API as a client meets it.

use std::sync::Arc;

use ambient::ManualClock;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use jiff::SignedDuration;
use sandbox::faults::{Fault, Throttling, When};
use sandbox::uis::{Limits, Script, Uis};
use sandbox::{Door, Sandbox};
use serde_json::{Value, json};
use tower::ServiceExt;

const TOKEN: &str = "sandbox-uis-token";

struct Api {
    clock: Arc<ManualClock>,
    sandbox: Sandbox,
}

impl Api {
    fn new() -> Self {
        let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        Self { sandbox: Sandbox::new(clock.clone()), clock }
    }

    fn uis(&self) -> &Uis {
        self.sandbox.uis()
    }

    async fn send(&self, body: impl Into<Body>) -> (StatusCode, String) {
        let request = Request::post("/uis/v2.0").body(body.into()).unwrap();
        let response = self.sandbox.router().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn call(&self, method: &str, params: Value) -> Value {
        let body = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let (status, body) = self.send(body.to_string()).await;
        assert_eq!(status, StatusCode::OK);
        serde_json::from_str(&body).unwrap()
    }

    /// A call with the key among its parameters.
    async fn ask(&self, method: &str, mut params: Value) -> Value {
        params["access_token"] = json!(TOKEN);
        self.call(method, params).await
    }

    async fn refusal(&self, method: &str, params: Value) -> String {
        let answer = self.ask(method, params).await;
        answer["error"]["data"]["mnemonic"].as_str().unwrap_or("answered").to_owned()
    }

    async fn report(&self, extra: Value) -> Value {
        let mut params = day();
        params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        self.ask("get.calls_report", params).await
    }
}

fn day() -> Value {
    json!({"date_from": "2026-03-02 00:00:00", "date_till": "2026-03-02 23:59:59"})
}

fn call_of(phone: &str) -> Script {
    Script::incoming(phone).rings("101").answered_by("101").talks_secs(42).recorded()
}

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

#[tokio::test]
async fn a_recording_can_be_listened_to() {
    let api = Api::new();
    let request = Request::get("/uis/media/1/abc").body(Body::empty()).unwrap();
    let response = api.sandbox.router().oneshot(request).await.unwrap();

    assert_eq!(response.headers()["content-type"], "audio/wav");
    let sound = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert!(sound.starts_with(b"RIFF") && sound.len() == 12_044);
}
