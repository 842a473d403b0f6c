//! Lists and their filters.

use jiff::SignedDuration;
use sandbox::planfix::{NewContact, NewTask, WrongFilter};
use serde_json::{Value, json};

use crate::planfix::account;

fn filter(kind: u64, operator: &str, value: impl Into<Value>) -> Value {
    let value: Value = value.into();
    json!({"filters": [{"type": kind, "operator": operator, "value": value}]})
}

#[tokio::test]
async fn a_page_has_at_most_a_hundred_rows_and_no_total() {
    let account = account();
    for number in 0..105 {
        let name = format!("Клиент {number}");
        account.planfix.add_contact(&NewContact { name: &name, ..NewContact::default() });
    }
    let first = account.post("contact/list", json!({"fields": "id"})).await.json();
    assert_eq!(first.as_object().unwrap().keys().collect::<Vec<_>>(), ["result", "contacts"]);
    assert_eq!(first["contacts"].as_array().unwrap().len(), 100);
    let rest = account.ids("contact/list", json!({"offset": 100, "pageSize": 100})).await;
    assert_eq!(rest, [601, 602, 603, 604, 605]);
    assert_eq!(account.post("contact/list", json!({"pageSize": 101})).await.refusal(), (400, 41));
}

#[tokio::test]
async fn the_contact_list_is_of_people_unless_companies_are_asked_for() {
    let account = account();
    let person = account.person("Иван", "79031234567").await;
    let company =
        account.create("contact/", json!({"template": {"id": 3}, "name": "ООО «Лютик»"})).await;
    assert_eq!(account.ids("contact/list", json!({})).await, [person]);
    assert_eq!(account.ids("contact/list", json!({"isCompany": true})).await, [company]);
}

#[tokio::test]
async fn ids_get_a_prefix_on_request() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    let contacts = account.post("contact/list", json!({"prefixedId": true})).await.json();
    assert_eq!(contacts["contacts"], json!([{"id": format!("contact:{id}")}]));
    let users = account.post("user/list", json!({"prefixedId": true, "pageSize": 1})).await.json();
    assert_eq!(users["users"], json!([{"id": "user:1"}]));
}

#[tokio::test]
async fn the_phone_filter_looks_for_a_part_of_the_number_as_it_was_written() {
    let account = account();
    let plus = account.person("Иван", "+79031234567").await;
    let eight = account.person("Пётр", "8 903 123-45-67").await;
    let find = |part: &'static str| account.ids("contact/list", filter(4003, "equal", part));
    assert_eq!(find("9031234567").await, [plus]);
    assert_eq!(find("8 903").await, [eight]);
    assert_eq!(find("9990000000").await, [0; 0]);
}

#[tokio::test]
async fn an_email_is_found_by_a_part_or_exactly() {
    let account = account();
    let id = account
        .create("contact/", json!({"template": {"id": 1}, "name": "Иван", "email": "Ivan@mail.ru"}))
        .await;
    assert_eq!(account.ids("contact/list", filter(4005, "equal", "ivan")).await, [id]);
    assert_eq!(account.ids("contact/list", filter(4026, "equal", "ivan")).await, [0; 0]);
    assert_eq!(account.ids("contact/list", filter(4026, "equal", "ivan@mail.ru")).await, [id]);
    account.assert_no_violations();
}

#[tokio::test]
async fn contacts_are_found_by_name_and_by_custom_field() {
    let account = account();
    let custom = json!([{"field": {"id": 101}, "value": "romashka.ru"}]);
    let body = json!({"template": {"id": 1}, "name": "Иван", "lastname": "Петров", "customFieldData": custom});
    let id = account.create("contact/", body).await;
    account.person("Пётр", "79030000000").await;
    assert_eq!(account.ids("contact/list", filter(4001, "equal", "петров")).await, [id]);
    assert_eq!(account.ids("contact/list", filter(4152, "equal", 101)).await, [id]);
    let line = |operator: &str, value: &str| json!({"filters": [{"type": 4101, "operator": operator, "value": value, "field": 101}]});
    assert_eq!(account.ids("contact/list", line("have", "romashka")).await, [id]);
    assert_eq!(account.ids("contact/list", line("equal", "romashka")).await, [0; 0]);
}

#[tokio::test]
async fn filters_are_joined_by_and() {
    let account = account();
    account.person("Иван", "79031234567").await;
    let id = account.person("Пётр", "79031234567").await;
    let both = json!({"filters": [
        {"type": 4003, "operator": "equal", "value": "9031234567"},
        {"type": 4001, "operator": "equal", "value": "Пётр"},
    ]});
    assert_eq!(account.ids("contact/list", both).await, [id]);
}

#[tokio::test]
async fn tasks_are_found_by_client_status_object_number_and_day() {
    let account = account();
    let client = account.person("Иван", "79031234567").await;
    let put = |name, status, counterparty| {
        let task =
            NewTask { name, object: Some(12), status: Some(status), counterparty, assignee: None };
        account.planfix.add_task(&task)
    };
    let old = put("Старая", 5, Some(client));
    account.clock.advance(SignedDuration::from_hours(24));
    let open = put("Открытая", 1, Some(client));
    let foreign = put("Чужая", 1, None);

    assert_eq!(account.ids("task/list", filter(7, "equal", client)).await, [old, open]);
    assert_eq!(
        account.ids("task/list", filter(7, "equal", format!("contact:{client}"))).await,
        [old, open]
    );
    assert_eq!(account.ids("task/list", filter(10, "equal", json!([5, 6]))).await, [old]);
    assert_eq!(account.ids("task/list", filter(51, "equal", 12)).await, [old, open, foreign]);
    assert_eq!(account.ids("task/list", filter(57, "equal", json!([open, 9]))).await, [open]);
    assert_eq!(account.ids("task/list", filter(8, "equal", "чужая")).await, [foreign]);
    let today = json!({"dateType": "today"});
    assert_eq!(account.ids("task/list", filter(12, "equal", today)).await, [open, foreign]);
    let yesterday = json!({"dateType": "otherDate", "dateValue": "02-03-2026"});
    assert_eq!(account.ids("task/list", filter(12, "equal", yesterday)).await, [old]);
    account.assert_no_violations();
}

#[tokio::test]
async fn a_filter_of_a_wrong_type_is_ignored_and_everything_comes_back() {
    let account = account();
    let task = account.planfix.add_task(&NewTask { name: "Задача", ..NewTask::default() });
    assert_eq!(account.ids("task/list", filter(4008, "equal", 1)).await, [task]);
    assert_eq!(
        account.ledger(),
        "rest POST task/list where 4008=1 -> 1 ## \
         /filters: can't use {\"type\":4008,\"operator\":\"equal\",\"value\":1}"
    );
}

#[tokio::test]
async fn a_filter_of_a_wrong_type_is_refused_when_so_switched() {
    let account = account();
    account.planfix.configure(|settings| settings.wrong_filter = WrongFilter::Refused);
    assert_eq!(account.post("task/list", filter(4008, "equal", 1)).await.refusal(), (400, 41));
}

#[tokio::test]
async fn employees_are_found_by_email_and_by_being_active() {
    let account = account();
    let by_email = filter(9003, "equal", "Smirnova@romashka.ru");
    assert_eq!(account.ids("user/list", by_email).await, [1]);
    assert_eq!(account.ids("user/list", json!({})).await, [1, 2, 3, 4, 5, 6]);
    assert_eq!(account.ids("user/list", json!({"onlyActive": true})).await, [1, 2, 3, 4, 6]);
    let robot = account.get("user/6?fields=name,role,status").await.json();
    assert_eq!(
        robot["user"],
        json!({"id": 6, "name": "Связка", "role": "Robot", "status": "Active"})
    );
}
