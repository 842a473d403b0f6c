//! The row a lead leaves in `get.offline_messages_report`.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::Lead;
use crate::uis::calls::Row;
use crate::uis::company::{Campaign, Named};
use crate::uis::moment;
use crate::uis::state::State;

/// The form of a visitor who is not said to use another one.
const USUAL_FORM: &str = "Заказать букет";

/// The row's own number is not the communication's: whoever takes one for the other shall notice.
const ROW_NUMBERS_BEHIND: u64 = 600_000;

pub(super) fn of(
    lead: &Lead,
    communication: u64,
    number: u64,
    at: Timestamp,
    state: &State,
) -> Row {
    let company = &state.company;
    let named = lead.campaign.as_deref().and_then(|name| company.campaign(name));
    let campaign = named.or(company.campaigns.first());
    let wanted = lead.site.as_deref();
    let site = company.sites.iter().find(|site| Some(site.name) == wanted);
    let site = site.or(campaign.map(|campaign| &campaign.site));
    let mut row = object(own(lead, communication, number, &moment::wire(at, &state.zone), site));
    row.extend(object(visitor(lead, number)));
    row.extend(object(advertising(campaign)));
    row.extend(lead.columns.clone());
    row
}

fn own(lead: &Lead, communication: u64, number: u64, at: &str, site: Option<&Named>) -> Value {
    let domain = site.map_or("romashka.ru", |site| site.name);
    json!({
        "id": communication.saturating_sub(ROW_NUMBERS_BEHIND),
        "date_time": at,
        "text": lead.text,
        "communication_id": communication,
        "communication_number": number,
        "communication_type": "offline_message",
        "communication_page_url": format!("https://{domain}/order"),
        "attributes": [if number == 1 { "primary" } else { "secondary" }],
        "status": "not_processed",
        "form_type": "Пользовательская",
        "form_name": lead.form.as_deref().unwrap_or(USUAL_FORM),
        "is_agree_to_process_personal_data": true,
        "is_agree_to_mailing": false,
        "tags": [],
        "site_id": site.map(|site| site.id),
        "site_domain_name": site.map(|site| site.name),
    })
}

fn visitor(lead: &Lead, number: u64) -> Value {
    json!({
        "visitor_name": lead.name,
        // documented as a number, unlike the phones of calls
        "visitor_phone_number": lead.phone.as_deref().and_then(|digits| digits.parse::<u64>().ok()),
        "visitor_email": lead.email,
        "visitor_type": if number == 1 { "Новый" } else { "Вернувшийся" },
        "visitor_city": "Москва",
        "visitor_country": "Россия",
        "visitor_device": "mobile",
        "visits_count": number,
    })
}

fn advertising(campaign: Option<&Campaign>) -> Value {
    let utm = campaign.and_then(|campaign| campaign.utm);
    let mark = |index: usize| {
        utm.and_then(|marks| marks.get(index).copied()).filter(|mark| !mark.is_empty())
    };
    json!({
        "campaign_id": campaign.map(|campaign| campaign.id),
        "campaign_name": campaign.map(|campaign| campaign.name),
        "channel": campaign.map(|campaign| campaign.channel),
        "channel_code": campaign.map(|campaign| campaign.channel),
        "source_id": campaign.map(|campaign| campaign.source.id),
        "source_name": campaign.map(|campaign| campaign.source.name),
        "source_new": campaign.map(|campaign| campaign.source.name),
        "search_query": mark(3),
        "utm_source": mark(0),
        "utm_medium": mark(1),
        "utm_campaign": mark(2),
        "utm_term": mark(3),
        "utm_content": mark(4),
    })
}

fn object(value: Value) -> Row {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
