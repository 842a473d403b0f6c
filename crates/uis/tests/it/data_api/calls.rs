//! Rows of the calls report.

use domain::calls::{Direction, EmployeeRef};
use domain::ids::{CallSessionId, UisEmployeeId};
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use uis::data_api::{CallRow, CallsQuery, Named};

use crate::server::{Uis, rows};

pub(super) fn moscow() -> TimeZone {
    TimeZone::get("Europe/Moscow").unwrap()
}

pub(super) fn today() -> CallsQuery {
    CallsQuery::between(
        "2026-03-01T00:00:00Z".parse().unwrap(),
        "2026-03-01T20:59:59.9Z".parse().unwrap(),
    )
}

async fn read(row: Value) -> CallRow {
    let uis = Uis::start(move |_, _| rows([row.clone()])).await;
    uis.api.calls(&today(), &moscow()).await.unwrap().remove(0)
}

#[tokio::test]
async fn the_time_asked_for_is_written_in_the_accounts_zone() {
    let uis = Uis::start(|_, _| rows([])).await;
    uis.api.calls(&today(), &moscow()).await.unwrap();
    let params = &uis.asked()[0]["params"];
    assert_eq!(params["date_from"], "2026-03-01 03:00:00");
    assert_eq!(params["date_till"], "2026-03-01 23:59:59");
    assert_eq!(params.get("filter"), None);
    assert_eq!(params.get("include_ongoing_calls"), None);
}

#[tokio::test]
async fn a_row_yields_everything_decisions_are_made_of() {
    let call = read(json!({
        "id": 118_264_533, "start_time": "2026-03-01 12:00:00", "finish_time": "2026-03-01 12:01:00",
        "finish_reason": "subscriber_disconnects", "direction": "in", "is_lost": false,
        "contact_phone_number": "79031234567", "virtual_phone_number": "74950236854",
        "wait_duration": 8, "total_wait_duration": 18, "talk_duration": 42,
        "clean_talk_duration": 40, "total_duration": 60, "source": "call_tracking",
        "employees": [
            { "employee_id": 1, "employee_full_name": "Петров Пётр", "is_answered": true,
              "is_talked": true },
            { "employee_id": 2, "employee_full_name": null, "is_answered": false,
              "is_talked": false }
        ],
        "first_talked_employee_id": 1, "first_talked_employee_full_name": "Петров Пётр",
        "last_talked_employee_id": 1, "last_talked_employee_full_name": "Петров Пётр",
        "tags": [{ "tag_id": 5, "tag_name": "Новый" }, { "tag_id": 6, "tag_name": "VIP" }],
        "scenario_id": 3, "scenario_name": "День", "site_id": 4, "site_domain_name": "romashka.ru",
        "campaign_id": 8, "campaign_name": "Директ", "source_name": "Яндекс",
        "attributes": ["primary", "target"], "communication_id": 5005, "communication_number": 1,
        "call_api_external_id": "x1", "call_records": ["aa", "bb"],
        "full_record_file_link": "https://media.uiscom.ru/118264533/cc"
    }))
    .await;

    assert_eq!(call.id, CallSessionId(118_264_533));
    let start = call.start.unwrap();
    assert_eq!(start.civil.to_string(), "2026-03-01T12:00:00");
    assert_eq!(start.at, "2026-03-01T09:00:00Z".parse().unwrap());
    assert_eq!(call.direction, Some(Direction::In));
    assert_eq!(call.is_lost, Some(false));
    assert_eq!(call.contact_phone.as_ref().unwrap().digits(), "79031234567");
    assert_eq!((call.durations.talk, call.durations.total_wait), (Some(42), Some(18)));
    assert!(call.employees[0].talked && !call.employees[1].answered);
    let petrov =
        EmployeeRef { id: UisEmployeeId(1), full_name: Some("Петров Пётр".to_owned()) };
    assert_eq!(call.first_talked, Some(petrov));
    assert_eq!(call.first_answered, None);
    assert_eq!(call.tags[1].name, "VIP");
    assert_eq!(call.site, Some(Named { id: Some(4), name: "romashka.ru".to_owned() }));
    assert_eq!(call.source, Some(Named { id: None, name: "Яндекс".to_owned() }));
    assert_eq!(call.origin.as_deref(), Some("call_tracking"));
    assert_eq!(call.is_primary(), Some(true));
    assert_eq!(call.record().unwrap().as_str(), "https://media.uiscom.ru/118264533/cc");
    assert_eq!(call.external_id.as_deref(), Some("x1"));
}

#[tokio::test]
async fn columns_are_text_with_lists_by_their_names() {
    let call = read(json!({
        "id": 1, "talk_duration": 42, "is_lost": true, "utm_source": "", "utm_term": null,
        "tags": [{ "tag_id": 5, "tag_name": "Новый" }, { "tag_id": 6, "tag_name": "VIP" }],
        "employees": [{ "employee_id": 1, "employee_full_name": "Петров Пётр" }],
        "segments": [{ "segment_id": 1, "segment_name": "Москва" }],
        "visitor_custom_properties": [{ "property_name": "город", "property_value": "Тверь" }],
        "scenario_operations": [{ "id": 1, "name": "Меню" }], "attributes": ["lost", "rest"],
        "call_records": [], "something_new": 1.5
    }))
    .await;
    let columns: Vec<String> = call.columns.iter().map(|(k, v)| format!("{k}={v}")).collect();
    assert_eq!(
        columns,
        [
            "attributes=lost, rest",
            "employees=Петров Пётр",
            "id=1",
            "is_lost=true",
            "scenario_operations=Меню",
            "segments=Москва",
            "something_new=1.5",
            "tags=Новый, VIP",
            "talk_duration=42",
            "visitor_custom_properties=Тверь",
        ]
    );
}

#[tokio::test]
async fn odd_columns_cost_only_themselves() {
    let call = read(json!({
        "id": "77", "start_time": "вчера", "direction": "sideways", "is_lost": "maybe",
        "contact_phone_number": "anonymous", "talk_duration": "long", "employees": "Петров",
        "tags": { "tag_name": "x" }, "attributes": null, "call_records": "aa",
        "full_record_file_link": "нет", "first_talked_employee_id": ""
    }))
    .await;
    assert_eq!(call.id, CallSessionId(77));
    assert_eq!((call.start, call.direction, call.is_lost), (None, None, None));
    assert_eq!((call.contact_phone.as_ref(), call.durations.talk), (None, None));
    assert!(call.employees.is_empty() && call.tags.is_empty() && call.attributes.is_empty());
    assert_eq!(call.first_talked, None);
    assert_eq!(call.is_primary(), None);
    assert_eq!(call.columns.get("start_time").map(String::as_str), Some("вчера"));
}

#[tokio::test]
async fn without_a_ready_link_recordings_are_linked_by_their_hashes() {
    let call = read(json!({ "id": 1, "communication_id": 5, "call_records": ["aa", "bb"] })).await;
    let paths: Vec<&str> = call.records.iter().map(url::Url::path).collect();
    assert_eq!(paths, ["/system/media/talk/5/aa/", "/system/media/talk/5/bb/"]);
    assert_eq!(call.record(), call.records.first());
}

#[tokio::test]
async fn a_first_communication_is_told_by_attributes_else_by_its_number() {
    let cases = [
        (json!({ "id": 1, "attributes": ["secondary"], "communication_number": 1 }), Some(false)),
        (json!({ "id": 1, "attributes": ["target"], "communication_number": 1 }), Some(true)),
        (json!({ "id": 1, "communication_number": 3 }), Some(false)),
        (json!({ "id": 1 }), None),
    ];
    for (row, primary) in cases {
        assert_eq!(read(row.clone()).await.is_primary(), primary, "{row}");
    }
}

#[tokio::test]
async fn calls_come_once_each_the_earliest_first() {
    let found = [(3, "12:00"), (1, "11:00"), (3, "12:00"), (2, "11:00")]
        .map(|(id, time)| json!({ "id": id, "start_time": format!("2026-03-01 {time}:00") }));
    let uis = Uis::start(move |_, _| rows(found.clone())).await;
    let calls = uis.api.calls(&today(), &moscow()).await.unwrap();
    assert_eq!(calls.iter().map(|call| call.id.0).collect::<Vec<_>>(), [1, 2, 3]);
}

#[tokio::test]
async fn ongoing_calls_come_only_when_asked_for() {
    let uis = Uis::start(|_, _| rows([])).await;
    let query = CallsQuery { ongoing: true, ..today() };
    uis.api.calls(&query, &moscow()).await.unwrap();
    assert_eq!(uis.asked()[0]["params"]["include_ongoing_calls"], true);
}
