//! Deals in end-to-end analytics, as the Data API takes them.

use jiff::SignedDuration;
use sandbox::Door;
use serde_json::{Value, json};

use crate::uis_client::Api;

fn stages() -> Value {
    json!({
        "success": {"ext_id": "success", "name": "Доставлен"},
        "failed": {"ext_id": "failed", "name": "Отказ"},
        "in_process": [{"ext_id": "1", "name": "Новая", "order": 1}],
    })
}

/// A UIS with a funnel, an employee and a contact.
async fn ready() -> Api {
    let api = Api::new();
    let funnel = json!({"ext_id": "f", "name": "Заявка", "stages": stages()});
    for (method, params) in [
        ("create.sales_funnel", funnel),
        ("create.deal_employees", json!({"ext_id": "2", "name": "Борис"})),
        (
            "create.deal_contacts",
            json!({"contacts": [{"ext_id": "501", "name": "Пётр", "phone_numbers": ["79035550001"]}]}),
        ),
    ] {
        assert_eq!(api.refusal(method, params).await, "answered", "{method}");
    }
    api
}

/// A row of noon in Moscow, which is now.
fn deal(changes: &Value) -> Value {
    let mut row = json!({
        "ext_id": "2001",
        "name": "Заказ",
        "created_date_time": "2026-03-02 11:00:00",
        "modified_stage_date_time": "2026-03-02 11:30:00",
        "sales_funnel_ext_id": "f",
        "stage_ext_id": "1",
        "revenue": 10.5,
    });
    for (name, value) in changes.as_object().unwrap() {
        row[name] = value.clone();
    }
    row
}

async fn upload(api: &Api, rows: &[Value]) -> String {
    api.refusal("upload.deals_history", json!({ "deals": rows })).await
}

#[tokio::test]
async fn a_deal_is_taken_at_once_and_seen_after_a_while() {
    let api = ready().await;
    assert_eq!(upload(&api, &[deal(&json!({}))]).await, "answered");
    let seen = async |method| api.ask(method, json!({})).await["result"]["data"].clone();
    assert_eq!(seen("get.deals_history").await, json!([]));
    assert_eq!(seen("get.deals_in_processing").await, json!([{"ext_id": "2001"}]));
    api.clock.advance(SignedDuration::from_secs(20));
    assert_eq!(seen("get.deals_history").await[0]["revenue"], 10.5);
    assert_eq!(seen("get.deals_in_processing").await, json!([]));
    assert_eq!(seen("get.deal_contacts").await[0]["phone_numbers"], json!(["79035550001"]));
    let funnel = seen("get.sales_funnel").await[0].clone();
    assert_eq!(
        funnel["stages"][2],
        json!({"stage_ext_id": "1", "stage_name": "Новая", "stage_status": "in_process", "stage_order": 1})
    );
}

#[tokio::test]
async fn a_row_that_can_not_be_right_is_refused_with_all_the_others() {
    for (changes, mnemonic) in [
        (json!({"created_date_time": "2026-03-02 12:00:01"}), "invalid_date_time"),
        (json!({"modified_stage_date_time": "2026-03-02 12:00:01"}), "invalid_date_time"),
        (json!({"modified_stage_date_time": "2026-03-02 10:59:59"}), "invalid_date_time"),
        (json!({"created_date_time": "2026-03-02T11:00:00Z"}), "invalid_date_time"),
        (json!({"sales_funnel_ext_id": "g"}), "entity_not_found"),
        (json!({"stage_ext_id": "9"}), "entity_not_found"),
        (json!({"employee_ext_id": "3"}), "entity_not_found"),
        (json!({"contact_ext_ids": ["502"], "main_contact_ext_id": "502"}), "entity_not_found"),
        (json!({"contact_ext_ids": ["501"]}), "invalid_parameters_combination"),
        (json!({"communication_id": 5}), "invalid_parameters_combination"),
        (json!({"communication_id": 5, "communication_type": "fax"}), "invalid_parameter_value"),
        (json!({"revenue": "10"}), "data_type_error"),
        (json!({"name": null}), "required_parameter_missed"),
        (json!({"amount": 5}), "unexpected_parameters"),
    ] {
        let api = ready().await;
        let good = deal(&json!({"ext_id": "2002"}));
        assert_eq!(upload(&api, &[good, deal(&changes)]).await, mnemonic, "{changes}");
        api.clock.advance(SignedDuration::from_secs(60));
        assert!(api.uis().deals().history.is_empty(), "{changes}");
    }
}

#[tokio::test]
async fn a_stage_never_begins_before_the_one_uploaded_last() {
    let api = ready().await;
    let at = |time: &str, stage: &str| {
        let time = format!("2026-03-02 {time}");
        deal(&json!({"modified_stage_date_time": time, "stage_ext_id": stage}))
    };
    assert_eq!(upload(&api, &[at("11:30:00", "1"), at("11:40:00", "success")]).await, "answered");
    assert_eq!(upload(&api, &[at("11:39:59", "failed")]).await, "invalid_date_time");
    api.clock.advance(SignedDuration::from_secs(60));
    assert_eq!(upload(&api, &[at("11:39:59", "failed")]).await, "invalid_date_time");
    assert_eq!(upload(&api, &[at("11:40:00", "failed")]).await, "answered");
}

#[tokio::test]
async fn what_is_used_is_not_deleted_and_what_is_there_is_not_made_again() {
    let api = ready().await;
    upload(&api, &[deal(&json!({}))]).await;
    api.clock.advance(SignedDuration::from_secs(60));
    let stage = |id: &str| json!({"sales_funnel_ext_id": "f", "ext_id": id});
    let new = json!({"sales_funnel_ext_id": "f", "ext_id": "2", "name": "В работе", "order": 2});
    for (method, params, mnemonic) in [
        (
            "create.sales_funnel",
            json!({"ext_id": "f", "name": "Ф", "stages": stages()}),
            "duplicate_entity",
        ),
        ("create.deal_employees", json!({"ext_id": "2", "name": "Борис"}), "duplicate_entity"),
        (
            "create.deal_contacts",
            json!({"contacts": [{"ext_id": "501", "name": "П"}]}),
            "duplicate_entity",
        ),
        ("delete.sales_funnel", json!({"ext_id": "f"}), "dependency_error"),
        ("delete.sales_funnel_stages", stage("1"), "dependency_error"),
        ("delete.sales_funnel_stages", stage("success"), "entity_not_found"),
        ("create.sales_funnel_stages", new.clone(), "answered"),
        ("create.sales_funnel_stages", new, "duplicate_entity"),
        ("update.sales_funnel_stages", stage("3"), "entity_not_found"),
        ("delete.sales_funnel_stages", stage("2"), "answered"),
        (
            "update.deal_contacts",
            json!({"ext_id": "501", "phone_numbers": ["+7903"]}),
            "invalid_parameter_value",
        ),
        (
            "update.deal_contacts",
            json!({"ext_id": "501", "emails": ["petr@example.ru"]}),
            "answered",
        ),
        ("delete.deals", json!({"ext_id": "2001"}), "answered"),
        ("delete.deals", json!({"ext_id": "2001"}), "entity_not_found"),
        ("delete.sales_funnel", json!({"ext_id": "f"}), "answered"),
    ] {
        assert_eq!(api.refusal(method, params.clone()).await, mnemonic, "{method} {params}");
    }
}

#[tokio::test]
async fn without_the_service_nothing_of_it_can_be_written_or_read() {
    let api = Api::new();
    api.uis().configure(|settings| settings.deals.enabled = false);
    let employee = json!({"ext_id": "2", "name": "Борис"});
    assert_eq!(api.refusal("create.deal_employees", employee).await, "method_component_disabled");
    let funnels = api.refusal("get.sales_funnel", json!({})).await;
    assert_eq!(funnels, "method_component_disabled");
    assert!(api.uis().ledger().entries().iter().all(|entry| entry.door == Door::DataApi));
}
