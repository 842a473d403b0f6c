//! The rows of the dictionaries: employees, numbers, scenarios, sites, campaigns, tags.

use serde_json::{Value, json};

use crate::uis::calls::Row;
use crate::uis::company::{Campaign, Company, Employee, VirtualNumber};

/// The rows of a dictionary method; `None` when it is not one.
pub(super) fn rows(company: &Company, method: &str) -> Option<Vec<Row>> {
    let rows: Vec<Value> = match method {
        "get.account" => {
            let account = &company.account;
            let name = account.name;
            vec![json!({"app_id": account.app_id, "name": name, "timezone": account.timezone})]
        }
        "get.employees" => company.employees.iter().map(employee).collect(),
        "get.sip_lines" => company.employees.iter().filter_map(sip_line).collect(),
        "get.virtual_numbers" => company.numbers.iter().map(number).collect(),
        "get.scenarios" => scenarios(company),
        "get.sites" => {
            let site = |site: &crate::uis::company::Named| json!({"id": site.id, "domain_name": site.name, "name": site.name, "is_editable": true});
            company.sites.iter().map(site).collect()
        }
        "get.campaigns" => company.campaigns.iter().map(campaign).collect(),
        "get.tags" => {
            let tags = company.tags.iter();
            tags.map(|tag| json!({"id": tag.id, "name": tag.name, "is_system": false})).collect()
        }
        _ => return None,
    };
    Some(rows.into_iter().filter_map(|row| row.as_object().cloned()).collect())
}

fn employee(employee: &Employee) -> Value {
    let phones = employee.phones.iter().zip(employee.id * 10..).map(|(phone, id)| {
        json!({"phone_id": id, "phone_number": phone.number, "channels_count": 1,
            "dial_time": 30, "status": status(phone.is_active)})
    });
    let phones: Vec<Value> = phones.collect();
    json!({
        "id": employee.id,
        "login": text(&employee.email),
        "first_name": employee.first_name,
        "last_name": employee.last_name,
        "patronymic": text(&employee.patronymic),
        "full_name": employee.full_name(),
        "email": text(&employee.email),
        "status": employee.status.unwrap_or("available"),
        "status_id": 1,
        "calls_available": true,
        "allowed_in_call_types": ["internal", "external"],
        "allowed_out_call_types": ["internal", "external"],
        "in_external_allowed_call_directions": ["in"],
        "in_internal_allowed_call_directions": ["in"],
        "out_external_allowed_call_directions": ["out"],
        "out_internal_allowed_call_directions": ["out"],
        "call_recording": employee.call_recording,
        "groups": [{"group_id": 61, "group_name": "Отдел продаж"}],
        "phone_numbers": phones,
        "extension": employee.extension.as_ref().map(|extension| json!({
            "extension_phone_number": extension,
            "extension_voice_mail_enabled": false,
            "extension_queue_enabled": false,
        })),
    })
}

fn sip_line(employee: &Employee) -> Option<Value> {
    let line = employee.sip_line.as_ref()?;
    Some(json!({
        "id": line.id,
        "phone_number": line.number,
        "type": "in_out",
        "channels_count": 1,
        "dial_time": 30,
        "billing_state": "active",
        "physical_state": "Зарегистрирован",
        "virtual_phone_number": line.virtual_number,
        "status": status(line.is_active),
        "employee_id": employee.id,
        "employee_full_name": employee.full_name(),
        "ip_addresses": [],
    }))
}

fn status(is_active: bool) -> &'static str {
    if is_active { "active" } else { "inactive" }
}

/// A name or an address, `null` when it is empty.
fn text(value: &str) -> Option<&str> {
    Some(value).filter(|value| !value.is_empty())
}

fn number(number: &VirtualNumber) -> Value {
    json!({
        "id": number.id,
        "virtual_phone_number": number.number,
        "name": number.name,
        "activation_date": "2025-01-10 00:00:00",
        "status": "active",
        "category": "usual",
        "type": "va",
        "campaigns": [{"campaign_name": number.campaign, "site_id": number.site.id,
            "site_domain_name": number.site.name, "site_blocks": []}],
        "scenarios": [{"scenario_id": number.scenario.id, "scenario_name": number.scenario.name,
            "call_processing_rule_id": number.id * 10, "is_active": true}],
    })
}

fn scenarios(company: &Company) -> Vec<Value> {
    let scenario = |number: &VirtualNumber| {
        json!({
            "id": number.scenario.id,
            "name": number.scenario.name,
            "virtual_phone_numbers": [number.number],
            "sites": [{"site_id": number.site.id, "site_domain_name": number.site.name}],
        })
    };
    company.numbers.iter().map(scenario).collect()
}

fn campaign(campaign: &Campaign) -> Value {
    let mut row = json!({
        "id": campaign.id,
        "name": campaign.name,
        "status": "active",
        "creation_time": "2025-01-10 12:00:00",
        "site_id": campaign.site.id,
        "site_domain_name": campaign.site.name,
        "dynamic_call_tracking_enabled": campaign.utm.is_some(),
    });
    if let (Some([source, medium, name, ..]), Some(fields)) = (campaign.utm, row.as_object_mut()) {
        fields.insert("static_utm_source".to_owned(), source.into());
        fields.insert("static_utm_medium".to_owned(), medium.into());
        fields.insert("static_utm_campaign".to_owned(), name.into());
    }
    row
}
