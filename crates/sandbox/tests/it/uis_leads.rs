//! Leads: left in a form, shown by the report after a while, told by the site itself where it does.

use jiff::SignedDuration;
use sandbox::uis::notify::{Kind, Outcome, Template};
use sandbox::uis::{Lead, ReportLag};
use serde_json::{Value, json};

use crate::uis_client::{Api, day};

async fn report(api: &Api, extra: Value) -> Value {
    let mut params = day();
    params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    api.ask("get.offline_messages_report", params).await
}

fn lead() -> Lead {
    Lead::of("Ольга").phone("79031234567").email("olga@example.ru").says("Нужен букет")
}

#[tokio::test]
async fn a_lead_appears_in_the_report_after_the_lag_and_never_when_told_so() {
    let api = Api::new();
    api.uis().leave(&lead().from_campaign("Яндекс.Директ: букеты")).await;
    api.clock.advance(SignedDuration::from_secs(19));
    assert_eq!(report(&api, json!({})).await["result"]["data"], json!([]));

    api.clock.advance(SignedDuration::from_secs(1));
    let fields = json!([
        "communication_id",
        "date_time",
        "text",
        "visitor_phone_number",
        "form_name",
        "site_domain_name",
        "utm_source",
        "attributes",
        "communication_page_url",
        "tags"
    ]);
    insta::assert_json_snapshot!(report(&api, json!({ "fields": fields })).await["result"]["data"]);

    api.uis().configure(|settings| settings.lead_lag = ReportLag::Never);
    api.uis().leave(&lead()).await;
    api.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(report(&api, json!({})).await["result"]["metadata"]["total_items"], 1);
}

#[tokio::test]
async fn the_report_is_filtered_and_sorted_as_its_columns_allow() {
    let api = Api::new();
    for (name, site) in [("Вера", "romashka.ru"), ("Анна", "romashka.shop")] {
        api.uis().leave(&Lead::of(name).on(site)).await;
    }
    api.clock.advance(SignedDuration::from_mins(1));
    let by_site = json!({ "filter": { "field": "site_domain_name", "operator": "=", "value": "romashka.shop" },
        "fields": ["visitor_name"] });
    assert_eq!(report(&api, by_site).await["result"]["data"], json!([{ "visitor_name": "Анна" }]));
    let by_name =
        json!({ "sort": [{ "field": "site_id", "order": "desc" }], "fields": ["visitor_name"] });
    assert_eq!(
        report(&api, by_name).await["result"]["data"],
        json!([{ "visitor_name": "Анна" }, { "visitor_name": "Вера" }])
    );
    let mut by_time = day();
    by_time["sort"] = json!([{ "field": "date_time", "order": "asc" }]);
    assert_eq!(api.refusal("get.offline_messages_report", by_time).await, "sort_prohibited");
    assert_eq!(
        api.refusal("get.offline_messages_report", json!({ "date_from": "2026-03-02 00:00:00" }))
            .await,
        "required_parameter_missed"
    );
}

#[tokio::test]
async fn the_second_lead_of_a_person_is_a_secondary_one() {
    let api = Api::new();
    for _ in 0..2 {
        api.uis().leave(&lead()).await;
    }
    let leads = api.uis().leads();
    assert_eq!(leads[0].row["attributes"], json!(["primary"]));
    assert_eq!(leads[1].row["attributes"], json!(["secondary"]));
    assert_ne!(leads[0].communication, leads[1].communication);
}

#[tokio::test]
async fn only_a_site_that_was_told_to_tells_of_leads() {
    let api = Api::new();
    api.uis().leave(&lead()).await;
    assert!(api.uis().notifications().is_empty());
    api.uis().configure(|settings| {
        settings.templates.insert(Kind::Lead, Template::usual(Kind::Lead));
    });
    api.uis().leave(&lead()).await;
    let told = api.uis().notifications().pop().unwrap();
    assert_eq!(told.outcome, Outcome::NowhereToSend);
    let body: Value = serde_json::from_str(&told.body).unwrap();
    assert_eq!(body["event"], "lead");
    assert_eq!(body["visitor_email"], "olga@example.ru");
}
