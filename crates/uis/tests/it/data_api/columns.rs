//! How the calls report is asked, and what is learnt when an account lacks something.

use std::collections::BTreeSet;

use domain::flow::Flow;
use domain::ids::CallSessionId;
use domain::variables::{Origin, of_flow};
use serde_json::{Value, json};

use super::calls::{moscow, today};
use crate::server::{Uis, error, error_with, rows};

fn columns(request: &Value) -> BTreeSet<String> {
    serde_json::from_value(request["params"]["fields"].clone()).unwrap()
}

#[tokio::test]
async fn every_variable_that_comes_from_the_report_is_asked_for() {
    let uis = Uis::start(|_, _| rows([])).await;
    uis.api.calls(&today(), &moscow()).await.unwrap();
    let asked = columns(&uis.asked()[0]);
    for variable in of_flow(Flow::Call).filter(|variable| variable.call != Some(Origin::Notice)) {
        assert!(asked.contains(variable.name), "{}", variable.name);
    }
}

#[tokio::test]
async fn a_refused_column_is_left_out_from_then_on() {
    let uis = Uis::start(|_, params| {
        let asked = params["fields"].as_array().unwrap();
        if asked.contains(&json!("segments")) {
            let data = json!({ "mnemonic": "parameter_component_disabled", "field": "fields",
                "value": ["segments"] });
            return error_with(-32008, "", data);
        }
        rows([json!({ "id": 1 })])
    })
    .await;
    assert_eq!(uis.api.calls(&today(), &moscow()).await.unwrap().len(), 1);
    assert_eq!(uis.api.calls(&today(), &moscow()).await.unwrap().len(), 1);

    let asked: Vec<_> = uis.asked().iter().map(columns).collect();
    assert_eq!(asked.len(), 3, "the refusal is met once");
    assert_eq!(asked[0].len() - 1, asked[1].len());
    assert_eq!(uis.api.refused_call_columns(), BTreeSet::from(["segments"]));
}

#[tokio::test]
async fn a_refusal_that_names_no_column_costs_all_that_can_be_spared() {
    let uis = Uis::start(|_, params| {
        let asked = params["fields"].as_array().unwrap();
        if asked.contains(&json!("utm_source")) {
            return error_with(
                -32602,
                "",
                json!({ "mnemonic": "unexpected_parameters", "field": "fields", "value": asked }),
            );
        }
        rows([json!({ "id": 1 })])
    })
    .await;
    uis.api.calls(&today(), &moscow()).await.unwrap();
    let asked = columns(&uis.asked()[1]);
    for name in ["id", "employees", "tags", "site_domain_name", "full_record_file_link"] {
        assert!(asked.contains(name), "{name}");
    }
}

#[tokio::test]
async fn a_report_refused_whatever_is_asked_is_a_failure() {
    let uis = Uis::start(|_, _| error(-32602, "unexpected_parameters")).await;
    let failure = uis.api.calls(&today(), &moscow()).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "UIS-PARAM");
    assert_eq!(uis.asked().len(), 2);
    assert!(uis.api.refused_call_columns().is_empty(), "leaving them out did not help");
}

#[tokio::test]
async fn other_refusals_are_not_taken_for_columns() {
    let refusal = json!({ "mnemonic": "invalid_parameter_value", "field": "date_from",
        "value": "start_time" });
    let uis = Uis::start(move |_, _| error_with(-32602, "", refusal.clone())).await;
    uis.api.calls(&today(), &moscow()).await.unwrap_err();
    assert_eq!(uis.asked().len(), 1);
    assert!(uis.api.refused_call_columns().is_empty());
}

#[tokio::test]
async fn one_call_is_asked_for_by_its_id() {
    let uis = Uis::start(|_, _| rows([json!({ "id": 5 }), json!({ "id": 6 })])).await;
    let query = today().only([CallSessionId(5)]);
    let calls = uis.api.calls(&query, &moscow()).await.unwrap();
    assert_eq!(calls.len(), 1, "a server that ignores the filter is not believed");
    let filter = json!({ "field": "id", "operator": "=", "value": 5 });
    assert_eq!(uis.asked()[0]["params"]["filter"], filter);
}

#[tokio::test]
async fn several_calls_are_asked_for_with_in_or_where_it_is_refused_with_a_tree() {
    let uis = Uis::start(|_, params| {
        if params["filter"]["operator"] == "in" {
            let data = json!({ "mnemonic": "invalid_parameter_value", "field": "filter.operator" });
            return error_with(-32602, "", data);
        }
        rows([json!({ "id": 5 }), json!({ "id": 6 })])
    })
    .await;
    let query = today().only([5, 6].map(CallSessionId));
    assert_eq!(uis.api.calls(&query, &moscow()).await.unwrap().len(), 2);
    assert_eq!(uis.api.calls(&query, &moscow()).await.unwrap().len(), 2);

    let filters: Vec<Value> =
        uis.asked().iter().map(|request| request["params"]["filter"].clone()).collect();
    let tree = json!({ "condition": "or", "filters": [
        { "field": "id", "operator": "=", "value": 5 },
        { "field": "id", "operator": "=", "value": 6 }
    ] });
    assert_eq!(filters[0], json!({ "field": "id", "operator": "in", "value": [5, 6] }));
    assert_eq!(filters[1..], [tree.clone(), tree]);
}

#[tokio::test]
async fn very_many_calls_are_asked_for_in_portions() {
    let uis = Uis::start(|_, params| {
        let ids = params["filter"]["value"].as_array().unwrap();
        rows(ids.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>())
    })
    .await;
    let query = today().only((1..=250).map(CallSessionId));
    assert_eq!(uis.api.calls(&query, &moscow()).await.unwrap().len(), 250);
    assert_eq!(uis.asked().len(), 3);
}
