//! Contacts as they are made, and searched by e-mail.

use domain::clients::{Client, NewContact};
use domain::email::Email;
use domain::ids::{ContactId, ContactTemplateId, FieldId, PlanfixUserId};
use domain::phone::Phone;
use domain::tasks::FieldValue;
use serde_json::{Value, json};
use upstream::Priority::AfterCall;

use crate::stage::{Stage, answer, ok};

fn email() -> Email {
    Email::parse("olga@example.ru").unwrap()
}

fn olga() -> NewContact {
    NewContact {
        name: "Ольга".to_owned(),
        template: ContactTemplateId(1),
        client: Client {
            phones: vec![Phone::parse("79031234567").unwrap()],
            emails: vec![email()],
        },
        owner: Some(PlanfixUserId(3)),
        fields: vec![FieldValue { field: FieldId(101), value: json!("romashka.ru") }],
    }
}

#[tokio::test]
async fn a_contact_is_made_from_its_template_with_all_that_is_known_and_our_mark() {
    let made = answer(201, r#"{"result":"success","id":501}"#);
    let stage = Stage::answering([made]).await;
    let id = stage.rest.create_contact(&olga(), "our-mark", AfterCall).await.unwrap();
    assert_eq!(id, ContactId(501));
    let asked = stage.only_asked();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/rest/contact/"));
    assert_eq!(
        asked.json(),
        json!({
            "template": { "id": 1 },
            "name": "Ольга",
            "sourceObjectId": "our-mark",
            "phones": [{ "number": "+79031234567", "type": 1 }],
            "email": "olga@example.ru",
            "supervisors": { "users": [{ "id": "user:3" }], "groups": [] },
            "customFieldData": [{ "field": { "id": 101 }, "value": "romashka.ru" }],
        })
    );
}

#[tokio::test]
async fn an_email_is_compared_without_case_and_strangers_are_no_match() {
    let rows = json!({ "result": "success", "contacts": [
        { "id": 5, "name": "Пётр", "email": "petr@example.ru" },
        { "id": 6, "name": "Ольга", "email": "Olga@Example.ru" },
    ] });
    let stage = Stage::answering([ok(rows)]).await;
    let found = stage.rest.contacts_by_email(&email(), false, &[], AfterCall).await.unwrap();
    assert_eq!(found.iter().map(|contact| contact.id.0).collect::<Vec<_>>(), [6]);
    let filters = &stage.only_asked().json()["filters"];
    assert_eq!(
        filters,
        &json!([{ "type": 4026, "operator": "equal", "value": "olga@example.ru" }])
    );
}

#[tokio::test]
async fn where_the_exact_filter_is_ignored_the_part_is_searched_for() {
    let strangers: Vec<Value> = (1..=100).map(|id| json!({ "id": id, "name": "x" })).collect();
    let page = |rows: Vec<Value>| ok(json!({ "result": "success", "contacts": rows }));
    let own = json!({ "id": 777, "name": "Ольга", "email": "olga@example.ru" });
    let stage = Stage::answering([page(strangers.clone()), page(vec![own])]).await;
    let found = stage.rest.contacts_by_email(&email(), false, &[], AfterCall).await.unwrap();
    assert_eq!(found.first().unwrap().id, ContactId(777));
    assert_eq!(stage.asked()[1].json()["filters"][0]["type"], 4005);

    let stage = Stage::answering([page(strangers)]).await;
    let failure = stage.rest.contacts_by_email(&email(), false, &[], AfterCall).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-FILTER");
}
