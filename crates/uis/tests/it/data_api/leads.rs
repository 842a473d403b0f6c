//! The report of leads.

use std::collections::BTreeSet;

use domain::flow::Flow;
use domain::ids::CommunicationId;
use domain::variables::{Origin, of_flow};
use jiff::Timestamp;
use serde_json::{Value, json};
use uis::data_api::LeadRow;

use super::calls::moscow;
use crate::server::{Uis, error_with, rows};

async fn leads(uis: &Uis) -> Vec<LeadRow> {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let day = (at("2026-03-01T06:00:00Z"), at("2026-03-01T09:00:00Z"));
    uis.api.leads(day.0, day.1, &moscow()).await.unwrap()
}

fn columns(request: &Value) -> BTreeSet<String> {
    serde_json::from_value(request["params"]["fields"].clone()).unwrap()
}

#[tokio::test]
async fn a_period_is_asked_for_by_the_accounts_clock_with_every_column_a_template_may_want() {
    let uis = Uis::start(|_, _| rows([])).await;
    leads(&uis).await;
    let asked = uis.asked().pop().unwrap();
    assert_eq!(asked["method"], "get.offline_messages_report");
    assert_eq!(asked["params"]["date_from"], "2026-03-01 09:00:00");
    assert_eq!(asked["params"]["date_till"], "2026-03-01 12:00:00");
    assert!(asked["params"].get("sort").is_none(), "UIS sorts by no time here");
    let wanted = of_flow(Flow::Lead).filter(|known| known.lead != Some(Origin::Notice));
    let columns = columns(&asked);
    for variable in wanted {
        assert!(columns.contains(variable.name), "{}", variable.name);
    }
}

#[tokio::test]
async fn leads_come_once_and_the_earliest_first() {
    let row = |id: i64, communication: Value, at: &str| {
        json!({ "id": id, "communication_id": communication, "date_time": at,
            "visitor_phone_number": 79_031_234_567_i64, "visitor_email": null, "tags": [] })
    };
    let uis = Uis::start(move |_, _| {
        rows([
            row(3, json!(503), "2026-03-01 11:00:00"),
            row(1, json!("501"), "2026-03-01 10:00:00"),
            row(1, json!(501), "2026-03-01 10:00:00"),
            row(9, Value::Null, "2026-03-01 10:30:00"),
            json!({ "date_time": "2026-03-01 10:30:00" }),
        ])
    })
    .await;
    let found = leads(&uis).await;
    let ids: Vec<CommunicationId> = found.iter().map(|lead| lead.communication).collect();
    assert_eq!(ids, [CommunicationId(501), CommunicationId(9), CommunicationId(503)]);
    let first = &found[0];
    assert_eq!(first.at.unwrap().at, "2026-03-01T07:00:00Z".parse::<Timestamp>().unwrap());
    assert_eq!(first.columns["visitor_phone_number"], "79031234567");
    assert!(!first.columns.contains_key("visitor_email"), "what says nothing is left out");
}

#[tokio::test]
async fn a_column_that_the_account_does_not_have_is_left_out_from_then_on() {
    let uis = Uis::start(|_, params| {
        if params["fields"].as_array().unwrap().contains(&json!("eq_utm_term")) {
            let data = json!({ "mnemonic": "parameter_component_disabled", "field": "fields",
                "value": ["eq_utm_term"] });
            return error_with(-32008, "", data);
        }
        rows([json!({ "id": 1, "communication_id": 501 })])
    })
    .await;
    assert_eq!(leads(&uis).await.len(), 1);
    assert_eq!(leads(&uis).await.len(), 1);
    assert_eq!(uis.asked().len(), 3, "the refusal is met once");
}
