//! Contacts: whose phone is this, and what is known of him.

use domain::Failure;
use domain::ids::{ContactId, FieldId, PlanfixUserId};
use domain::phone::Phone;
use domain::tasks::FieldValue;
use planfix::rest::{Applied, Contact, FieldRefusal};
use serde_json::{Value, json};
use upstream::Priority::LiveCall;

use crate::stage::{Stage, answer, ok};

fn phone(text: &str) -> Phone {
    Phone::parse(text).unwrap()
}

fn contacts(rows: Vec<Value>) -> Value {
    json!({ "result": "success", "contacts": rows })
}

fn with_phones(id: i64, phones: Value) -> Value {
    json!({ "id": id, "name": "Иван", "phones": phones })
}

async fn search(rows: Vec<Value>) -> Result<Vec<Contact>, Failure> {
    let stage = Stage::answering([ok(contacts(rows))]).await;
    stage.rest.contacts_by_phone(&phone("79031234567"), &[], LiveCall).await
}

fn numbers(found: &[Contact]) -> Vec<i64> {
    found.iter().map(|contact| contact.id.0).collect()
}

#[tokio::test]
async fn the_last_ten_digits_are_searched_among_people_with_the_fields_asked_for() {
    let stage = Stage::answering([ok(contacts(vec![]))]).await;
    let found =
        stage.rest.contacts_by_phone(&phone("8 (903) 123-45-67"), &[FieldId(101)], LiveCall).await;
    assert_eq!(found.unwrap(), []);
    let asked = stage.only_asked();
    let body = asked.json();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/rest/contact/list"));
    assert_eq!(
        body["filters"],
        json!([{ "type": 4003, "operator": "equal", "value": "9031234567" }])
    );
    assert_eq!(
        (&body["isCompany"], &body["offset"], &body["pageSize"]),
        (&json!(false), &json!(0), &json!(100))
    );
    let fields: Vec<&str> = body["fields"].as_str().unwrap().split(',').collect();
    for field in ["id", "phones", "supervisors", "101"] {
        assert!(fields.contains(&field), "{fields:?}");
    }
}

#[tokio::test]
async fn companies_are_a_list_of_their_own() {
    let row = json!({ "id": 8, "name": "ООО «Ромашка»", "isCompany": true, "phones": [{ "number": "89031234567" }] });
    let stage = Stage::answering([ok(contacts(vec![row]))]).await;
    let found = stage.rest.companies_by_phone(&phone("79031234567"), &[], LiveCall).await.unwrap();
    assert_eq!(stage.only_asked().json()["isCompany"], json!(true));
    assert!(found[0].is_company);
    assert_eq!(found[0].name, "ООО «Ромашка»");
}

#[tokio::test]
async fn a_phone_is_recognised_however_it_is_written() {
    let spellings = [
        json!([{ "number": "79031234567", "type": 1 }]),
        json!([{ "number": "+7 (903) 123-45-67" }]),
        json!([{ "number": "89031234567" }]),
        json!([{ "number": "9031234567" }]),
        json!([{ "number": 79_031_234_567_i64 }]),
        json!([{ "number": null, "maskedNumber": "+7 (903) 123-45-67" }]),
        json!(["8-903-123-45-67"]),
        json!([{ "number": "74950000000" }, { "number": "8 903 1234567" }]),
    ];
    for spelling in spellings {
        let found = search(vec![with_phones(5, spelling.clone())]).await.unwrap();
        assert_eq!(numbers(&found), [5], "{spelling}");
    }
}

#[tokio::test]
async fn rows_with_other_phones_are_no_match() {
    let rows = vec![
        with_phones(1, json!([{ "number": "+3759031234567" }])),
        with_phones(2, json!([])),
        json!({ "id": 3 }),
        json!({ "id": 4, "isDeleted": true, "phones": [{ "number": "79031234567" }] }),
        with_phones(5, json!([{ "number": "79031234567" }])),
    ];
    assert_eq!(numbers(&search(rows).await.unwrap()), [5]);
}

#[tokio::test]
async fn a_full_page_of_strangers_shows_that_the_filter_was_ignored() {
    let strangers =
        (1..=100).map(|id| with_phones(id, json!([{ "number": format!("7495000{id:04}") }])));
    let failure = search(strangers.collect()).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-FILTER");
}

#[tokio::test]
async fn a_short_number_inside_many_longer_ones_is_looked_for_further() {
    let longer = |id: i64| with_phones(id, json!([{ "number": format!("7495{id:03}12345") }]));
    let page: Vec<Value> = (100..200).map(longer).collect();
    let own = with_phones(777, json!([{ "number": "12345" }]));
    let stage = Stage::answering([ok(contacts(page.clone())), ok(contacts(vec![own]))]).await;
    let found = stage.rest.contacts_by_phone(&phone("12345"), &[], LiveCall).await.unwrap();
    assert_eq!(numbers(&found), [777]);
    assert_eq!(stage.asked()[1].json()["offset"], json!(100));

    let stage = Stage::answering([ok(contacts(page))]).await;
    let failure = stage.rest.contacts_by_phone(&phone("12345"), &[], LiveCall).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-WIDE");
    assert_eq!(stage.asked().len(), planfix::rest::MAX_SEARCH_PAGES);
}

#[tokio::test]
async fn one_odd_value_spoils_only_itself() {
    let row = json!({
        "id": "contact:5", "name": "Иван", "midname": null, "lastname": "Иванов", "isCompany": 0,
        "phones": [{ "number": "79031234567", "type": "mobile" }, "нет", null, { "number": { "a": 1 } }],
        "email": ["не", "строка"], "additionalEmailAddresses": ["ivan@mail.ru", 7],
        "supervisors": { "users": [{ "id": "user:22" }, { "id": 3 }, { "id": "contact:9" }, {}], "groups": [{ "id": 1 }] },
        "template": "1", "customFieldData": [
            { "field": { "id": 101 }, "value": "romashka.ru" },
            { "field": { "id": "102" }, "value": "" },
            { "field": null, "value": 1 },
            "чужое"
        ],
        "extra": { "unknown": true }
    });
    let found = search(vec![row]).await.unwrap();
    let contact = &found[0];
    assert_eq!(contact.id, ContactId(5));
    assert_eq!(contact.name, "Иван Иванов");
    assert_eq!(contact.emails, ["ivan@mail.ru"]);
    assert_eq!(contact.owners, [PlanfixUserId(22), PlanfixUserId(3)]);
    assert_eq!(contact.template, None);
    assert!(contact.fields.is_filled(FieldId(101)));
    assert!(!contact.fields.is_filled(FieldId(102)));
    assert!(!contact.fields.is_filled(FieldId(103)));
}

#[tokio::test]
async fn a_contact_that_was_deleted_or_merged_away_is_none() {
    let gone = answer(404, r#"{"result":"fail","code":2000,"error":"Contact not found by id 5"}"#);
    let deleted = ok(json!({ "result": "success", "contact": { "id": 5, "isDeleted": true } }));
    for given in [gone, deleted] {
        let stage = Stage::answering([given]).await;
        assert_eq!(stage.rest.contact(ContactId(5), &[], LiveCall).await.unwrap(), None);
    }
}

#[tokio::test]
async fn an_update_is_silent_and_names_only_its_fields() {
    let stage = Stage::answering([ok(json!({ "result": "success" }))]).await;
    let fields = [FieldValue { field: FieldId(101), value: json!("romashka.ru") }];
    let applied = stage.rest.update_contact(ContactId(5), &fields, LiveCall).await.unwrap();
    assert_eq!(applied, Applied::Now);
    let asked = stage.only_asked();
    assert_eq!((asked.path.as_str(), asked.query.as_str()), ("/rest/contact/5", "silent=true"));
    assert_eq!(
        asked.json(),
        json!({ "customFieldData": [{ "field": { "id": 101 }, "value": "romashka.ru" }] })
    );
}

#[tokio::test]
async fn an_update_is_done_queued_or_done_in_part() {
    let refused = || {
        Applied::Partly(vec![FieldRefusal {
            field: "template".to_owned(),
            error: "Field change failed".to_owned(),
        }])
    };
    let failure = r#"{"field":"template","error":"Field change failed"}"#;
    let outcomes = [
        (answer(200, ""), Applied::Now),
        (answer(200, "{}"), Applied::Now),
        (answer(200, r#"{"failures":[]}"#), Applied::Now),
        (answer(202, ""), Applied::Queued),
        (answer(202, r#"{"result":"success"}"#), Applied::Queued),
        (answer(200, format!(r#"{{"failures":[{failure}]}}"#)), refused()),
        (answer(200, format!(r#"{{"failures":{failure}}}"#)), refused()),
    ];
    for (given, expected) in outcomes {
        let stage = Stage::answering([given.clone()]).await;
        let applied = stage.rest.update_contact(ContactId(5), &[], LiveCall).await.unwrap();
        assert_eq!(applied, expected, "{given:?}");
    }
}
