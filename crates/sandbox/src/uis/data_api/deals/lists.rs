//! What is read back of deals.

use serde_json::{Value, json};

use crate::uis::calls::Row;
use crate::uis::deals::{Deals, Funnel};

/// The rows of a method; `None` when it is not one of the family.
pub(in crate::uis::data_api) fn rows(deals: &Deals, method: &str) -> Option<Vec<Row>> {
    let named = |(ext_id, name): (&String, &String)| json!({ "ext_id": ext_id, "name": name });
    let rows: Vec<Value> = match method {
        "get.sales_funnel" => deals.funnels.values().map(funnel).collect(),
        "get.deal_employees" => deals.employees.iter().map(named).collect(),
        "get.deal_contacts" => {
            let contact = |(ext_id, contact): (&String, &crate::uis::deals::DealContact)| {
                json!({
                    "ext_id": ext_id,
                    "name": contact.name,
                    "created_date_time": contact.created,
                    "phone_numbers": contact.phones,
                    "emails": contact.emails,
                    "component": "dataapi",
                })
            };
            deals.contacts.iter().map(contact).collect()
        }
        "get.deals_history" => deals.history.iter().cloned().map(Value::Object).collect(),
        "get.deals_in_processing" => {
            deals.processing.iter().map(|(_, row)| json!({ "ext_id": row.get("ext_id") })).collect()
        }
        _ => return None,
    };
    Some(rows.into_iter().filter_map(|row| row.as_object().cloned()).collect())
}

fn funnel(funnel: &Funnel) -> Value {
    let stages: Vec<Value> = funnel
        .stages
        .iter()
        .map(|stage| {
            json!({
                "stage_ext_id": stage.ext_id,
                "stage_name": stage.name,
                "stage_status": stage.status,
                "stage_order": stage.order,
            })
        })
        .collect();
    json!({ "ext_id": funnel.ext_id, "name": funnel.name, "stages": stages })
}
