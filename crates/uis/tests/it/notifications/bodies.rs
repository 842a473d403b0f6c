//! The bodies to paste, filled in as UIS would and read back.

use std::collections::BTreeMap;

use domain::calls::Direction;
use serde_json::{Value, json};
use uis::notifications::bodies::{NotificationBody, all};
use uis::notifications::{Event, Received, read};

use super::{call, moscow, pairs, post};

/// Values as UIS would put them, one for each variable of any body.
fn values() -> BTreeMap<String, Value> {
    let values = json!({
        "call_session_id": 118_264_533, "contact_phone_number": "79031234567",
        "virtual_phone_number": "74950236854", "scenario_name": "Отдел продаж",
        "communication_number": 2, "contact_id": 77, "contact_full_name": "ООО \"Ромашка\"",
        "notification_time": "2026-03-01 12:00:00.125", "employee_id": 4501,
        "employee_full_name": "Петров Пётр", "employee_phone_number": "79990000001",
        "external_id": null, "leg_id": 900, "leg_ids": [900, 901], "direction": "in",
        "call_source": "va", "talk_time_duration": 42, "total_time_duration": 60,
        "wait_time_duration": 18, "tag_names": ["Новый", "VIP"], "communication_id": 5005,
        "employee_ids": [4501, 4502], "file_link": "https://media.uiscom.ru/1/ab",
        "file_duration": 42, "id": 31, "date_time": "2026-03-01 12:00:00", "visitor_name": "Анна",
        "visitor_phone_number": "79031234567", "visitor_email": "a@b.ru", "text": "Жду\nзвонка",
        "form_name": "Заказ", "site_domain_name": "romashka.ru", "campaign_name": "Директ",
        "utm_source": "yandex", "utm_medium": "cpc", "utm_campaign": null, "utm_term": null,
        "utm_content": null
    });
    serde_json::from_value(values).unwrap()
}

fn fill_in(template: &str) -> String {
    values().into_iter().fold(template.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{{{name}}}}}"), &value.to_string())
    })
}

/// The same variables as a form: text as it is, everything else as a JSON literal.
fn as_form(body: &NotificationBody) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.append_pair("event", body.event.key());
    let values = values();
    for name in &body.variables {
        let value = &values[*name];
        form.append_pair(name, value.as_str().unwrap_or(&value.to_string()));
    }
    form.finish()
}

#[test]
fn every_body_filled_in_is_strict_json_and_reads_back() {
    for body in all() {
        let text = fill_in(&body.text());
        assert!(!text.contains("{{"), "a variable without a value: {text}");
        serde_json::from_str::<Value>(&text).unwrap();
        assert_eq!(post(&text).unwrap().event(), body.event, "{text}");
    }
}

#[test]
fn every_body_says_the_same_as_json_as_form_and_in_the_address() {
    for body in all() {
        let json = post(&fill_in(&body.text())).unwrap();
        let form = as_form(&body);
        let kind = Some("application/x-www-form-urlencoded");
        assert_eq!(read(&[], kind, form.as_bytes(), &moscow()).unwrap(), json);
        assert_eq!(read(&pairs(&form), None, b"", &moscow()).unwrap(), json);
    }
}

#[test]
fn every_body_with_all_variables_empty_but_the_call_still_reads() {
    for body in all() {
        let text = body.text().replace("{{call_session_id}}", "1");
        let empty = body
            .variables
            .iter()
            .fold(text, |text, name| text.replace(&format!("{{{{{name}}}}}"), "null"));
        assert_eq!(post(&empty).unwrap().event(), body.event, "{empty}");
    }
}

#[test]
fn the_body_of_a_finished_call_yields_everything_the_flow_needs() {
    let body = all().into_iter().find(|body| body.event.key() == "call_finished").unwrap();
    let notice = call(post(&fill_in(&body.text())));
    assert_eq!(notice.at, Some("2026-03-01T09:00:00.125Z".parse().unwrap()));
    assert_eq!(notice.direction, Some(Direction::In));
    assert_eq!(notice.virtual_number.unwrap().digits(), "74950236854");
    assert_eq!(notice.employee.unwrap().full_name.as_deref(), Some("Петров Пётр"));
    assert_eq!((notice.talk_seconds, notice.wait_seconds), (Some(42), Some(18)));
    assert_eq!(notice.communication.unwrap().0, 5005);
    assert_eq!(notice.external_id, None);
}

#[test]
fn each_body_names_its_uis_notification() {
    for body in all() {
        let name = body.event.uis_name();
        assert_eq!(name.is_none(), body.event == Event::Lead);
        let place = body.where_russian();
        assert!(place.contains(name.unwrap_or("заявок")), "{place}");
        assert!(body.where_english().contains(name.unwrap_or("leads")));
    }
}

#[test]
fn a_leads_body_keeps_every_column() {
    let body = all().into_iter().find(|body| body.event == Event::Lead).unwrap();
    let Received::Lead(columns) = post(&fill_in(&body.text())).unwrap() else { panic!("no lead") };
    assert_eq!(columns.get("text").map(String::as_str), Some("Жду\nзвонка"));
    assert_eq!(columns.len(), body.variables.len() - 3, "the three empty ones are left out");
}
