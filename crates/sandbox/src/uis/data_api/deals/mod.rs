//! The deal family of the Data API: funnels, people and the history of deals.

mod funnels;
mod history;
mod lists;
mod people;
mod row_check;

use jiff::Timestamp;
use serde_json::Value;

use crate::uis::rpc::{Answer, ApiError, Request};
use crate::uis::settings::Settings;
use crate::uis::state::State;

pub(super) use lists::rows;

/// The methods that write.
const WRITES: [&str; 14] = [
    "create.sales_funnel",
    "update.sales_funnel",
    "delete.sales_funnel",
    "create.sales_funnel_stages",
    "update.sales_funnel_stages",
    "delete.sales_funnel_stages",
    "create.deal_contacts",
    "update.deal_contacts",
    "delete.deal_contacts",
    "create.deal_employees",
    "update.deal_employees",
    "delete.deal_employees",
    "upload.deals_history",
    "delete.deals",
];

/// Whether the method belongs to the family and writes.
pub(super) fn writes(method: &str) -> bool {
    WRITES.contains(&method)
}

/// `upload.deals_history 2001:success=15000 2002:4=0`
pub(super) fn describe(request: &Request) -> Option<String> {
    if !writes(&request.method) {
        return None;
    }
    let mut words = vec![request.method.clone()];
    let of = |value: &Value, name: &str| value.get(name).map(plain).unwrap_or_default();
    if let Some(Value::Array(deals)) = request.params.get("deals") {
        words.extend(deals.iter().map(|deal| {
            let revenue = of(deal, "revenue");
            format!("{}:{}={revenue}", of(deal, "ext_id"), of(deal, "stage_ext_id"))
        }));
    }
    if let Some(Value::Array(contacts)) = request.params.get("contacts") {
        words.extend(contacts.iter().map(|contact| of(contact, "ext_id")));
    }
    for name in ["sales_funnel_ext_id", "ext_id", "name", "order"] {
        words.extend(request.params.get(name).map(plain));
    }
    Some(words.join(" "))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains(' ') => format!("\"{text}\""),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Refuses all of the family while the customer has not bought it.
pub(super) fn paid(settings: &Settings) -> Result<(), ApiError> {
    if settings.deals.enabled {
        return Ok(());
    }
    let message = "End-to-end analytics is not enabled";
    Err(ApiError::new(-32008, "method_component_disabled", message))
}

/// Carries a writing method out.
pub(super) fn perform(
    state: &mut State,
    request: &Request,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    paid(&state.settings)?;
    let params = &request.params;
    let deals = &mut state.deals;
    match request.method.as_str() {
        "create.sales_funnel" => funnels::create(deals, params),
        "update.sales_funnel" => funnels::rename(deals, params),
        "delete.sales_funnel" => funnels::delete(deals, params),
        "create.sales_funnel_stages" => funnels::create_stage(deals, params),
        "update.sales_funnel_stages" => funnels::update_stage(deals, params),
        "delete.sales_funnel_stages" => funnels::delete_stage(deals, params),
        "create.deal_contacts" => people::create_contacts(deals, params),
        "update.deal_contacts" => people::update_contact(deals, params),
        "delete.deal_contacts" => people::delete_contact(deals, params),
        "create.deal_employees" => people::create_employee(deals, params),
        "update.deal_employees" => people::update_employee(deals, params),
        "delete.deal_employees" => people::delete_employee(deals, params),
        "delete.deals" => history::delete(deals, params),
        _ => history::upload(state, params, now),
    }
}

/// A parameter that the check has found to be a text.
fn text(params: &serde_json::Map<String, Value>, name: &str) -> String {
    params.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The answer of a method that made or changed one thing.
fn named(ext_id: &str, effect: String) -> Answer {
    Answer::data(serde_json::json!({ "ext_id": ext_id })).with_effect(effect)
}
