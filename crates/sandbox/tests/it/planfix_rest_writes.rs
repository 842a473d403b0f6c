//! What REST writes do, and what they silently do not.

use sandbox::planfix::Subject;
use serde_json::json;

use crate::planfix::account;

#[tokio::test]
async fn creating_is_201_with_or_without_the_slash_at_the_end() {
    let account = account();
    let body = json!({"template": {"id": 1}, "name": "Иван"});
    for path in ["contact/", "contact"] {
        assert_eq!(account.post(path, body.clone()).await.status, 201);
    }
    assert_eq!(account.post("task", json!({"name": "Задача"})).await.status, 201);
}

#[tokio::test]
async fn phones_are_kept_as_written_and_replaced_as_a_whole() {
    let account = account();
    let id = account.person("Иван", "+7 903 123-45-67").await;
    let path = format!("contact/{id}?fields=phones");
    let before = account.get(&path).await.json();
    assert_eq!(
        before["contact"]["phones"],
        json!([{"number": "+7 903 123-45-67", "maskedNumber": "+7 (903) 123-45-67", "type": 1}])
    );
    account.post(&format!("contact/{id}"), json!({"phones": [{"number": "79990000000"}]})).await;
    let numbers: Vec<String> =
        account.planfix.contact(id).unwrap().phones.into_iter().map(|phone| phone.number).collect();
    assert_eq!(numbers, ["79990000000"]);
}

#[tokio::test]
async fn people_are_replaced_and_custom_fields_are_merged() {
    let account = account();
    let body = json!({
        "name": "Заявка", "object": {"id": 12},
        "assignees": {"users": [{"id": "user:1"}, {"id": "user:2"}], "groups": []},
        "customFieldData": [{"field": {"id": 201}, "value": "yandex"}],
    });
    let id = account.create("task/", body).await;
    let update = json!({
        "assignees": {"users": [{"id": "user:3"}]},
        "customFieldData": [{"field": {"id": 202}, "value": "Весна"}],
    });
    account.post(&format!("task/{id}"), update).await;
    let task = account.planfix.task(id).unwrap();
    assert_eq!(json!(task.assignees.users), json!(["user:3"]));
    assert_eq!(json!(task.custom), json!({"201": "yandex", "202": "Весна"}));
}

#[tokio::test]
async fn a_field_that_is_not_on_the_objects_form_is_taken_and_not_stored() {
    let account = account();
    let custom =
        json!([{"field": {"id": 220}, "value": "Продажи"}, {"field": {"id": 999}, "value": 1}]);
    let body = json!({"name": "Заявка", "object": {"id": 12}, "customFieldData": custom});
    let id = account.create("task/", body).await;
    assert!(account.planfix.task(id).unwrap().custom.is_empty());
    assert_eq!(
        account.ledger(),
        "rest POST task \"Заявка\" object 12 field 220=Продажи field 999=1 \
         => task 2001; field 220 not stored; field 999 not stored"
    );
}

#[tokio::test]
async fn a_calculated_field_cant_be_written() {
    let account = account();
    let custom = json!([{"field": {"id": 211}, "value": 5}]);
    let id = account
        .create("task/", json!({"name": "Заявка", "object": {"id": 12}, "customFieldData": custom}))
        .await;
    assert!(account.planfix.task(id).unwrap().custom.is_empty());
}

#[tokio::test]
async fn an_unknown_label_of_a_list_is_stored_as_it_is() {
    let account = account();
    let custom = json!([{"field": {"id": 203}, "value": "Телепатия"}]);
    let id = account
        .create("task/", json!({"name": "Заявка", "object": {"id": 12}, "customFieldData": custom}))
        .await;
    assert_eq!(account.planfix.task(id).unwrap().custom[&203], "Телепатия");
}

#[tokio::test]
async fn a_number_field_takes_numbers_only() {
    let account = account();
    let with = |value| json!({"name": "Сделка", "object": {"id": 12}, "customFieldData": [{"field": {"id": 210}, "value": value}]});
    assert_eq!(account.post("task/", with(json!(1500.5))).await.status, 201);
    assert_eq!(account.post("task/", with(json!("1500"))).await.refusal(), (400, 41));
    assert_eq!(account.planfix.ledger().violations().len(), 1);
}

#[tokio::test]
async fn an_empty_value_clears_a_field() {
    let account = account();
    let with = |value: &str| json!({"customFieldData": [{"field": {"id": 101}, "value": value}]});
    let id = account.person("Иван", "79031234567").await;
    account.post(&format!("contact/{id}"), with("romashka.ru")).await;
    account.post(&format!("contact/{id}"), with("")).await;
    assert!(account.planfix.contact(id).unwrap().custom.is_empty());
}

#[tokio::test]
async fn an_unknown_priority_becomes_not_urgent() {
    let account = account();
    let id = account.create("task/", json!({"name": "Задача", "priority": "Огонь"})).await;
    assert_eq!(account.planfix.task(id).unwrap().priority, "NotUrgent");
}

#[tokio::test]
async fn two_contacts_may_have_one_phone_and_one_name() {
    let account = account();
    let first = account.person("Иван", "79031234567").await;
    assert_ne!(first, account.person("Иван", "79031234567").await);
}

#[tokio::test]
async fn a_silent_update_leaves_no_line_in_the_log() {
    let account = account();
    let id = account.create("task/", json!({"name": "Задача"})).await;
    account.post(&format!("task/{id}?silent=true"), json!({"description": "тихо"})).await;
    assert!(account.planfix.task(id).unwrap().log.is_empty());
    account.post(&format!("task/{id}"), json!({"description": "громко"})).await;
    assert_eq!(account.planfix.task(id).unwrap().log.len(), 1);
}

#[tokio::test]
async fn comments_are_written_and_the_description_is_the_first() {
    let account = account();
    let task =
        account.create("task/", json!({"name": "Заявка", "description": "<b>О звонке</b>"})).await;
    let comment =
        json!({"description": "Перезвонить", "owner": {"id": "user:2"}, "isHidden": true});
    account.create(&format!("task/{task}/comments/"), comment).await;
    let list = json!({"fields": "description,owner,isHidden", "typeList": "Comments"});
    let comments = account.post(&format!("task/{task}/comments/list"), list).await.json();
    let texts: Vec<&str> = comments["comments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|comment| comment["description"].as_str().unwrap())
        .collect();
    assert_eq!(texts, ["<b>О звонке</b>", "Перезвонить"]);
    assert_eq!(comments["comments"][1]["owner"]["id"], "user:2");
    assert_eq!(account.post("task/77/comments/list", json!({})).await.refusal(), (500, 1000));
    account.assert_no_violations();
}

#[tokio::test]
async fn a_comment_goes_into_a_contacts_card_too() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    account
        .create(&format!("contact/contact:{id}/comments/"), json!({"description": "Пришёл сам"}))
        .await;
    assert_eq!(account.planfix.comments(Subject::Contact(id)).len(), 1);
    let comments =
        account.post(&format!("contact/{id}/comments/list"), json!({"fields": "contact"})).await;
    assert_eq!(comments.json()["comments"][0]["contact"]["id"], format!("contact:{id}"));
}

#[tokio::test]
async fn the_ledger_tells_what_was_asked_and_what_it_changed() {
    let account = account();
    let client = account.person("Иван", "79031234567").await;
    let body = json!({
        "description": "<p>Звонок с сайта romashka.ru, источник yandex, кампания «Весна»</p>",
        "customFieldData": [{"field": {"id": 201}, "value": "yandex"}],
        "counterparty": {"id": client},
        "assignees": {"users": [{"id": "user:2"}]},
        "object": {"id": 12},
        "name": "Входящий звонок от 79031234567",
    });
    let task = account.create("task/", body).await;
    account.post(&format!("task/{task}?silent=true"), json!({"status": {"id": 2}})).await;
    account.get(&format!("task/{task}?fields=id,name")).await;
    account
        .ids(
            "contact/list",
            json!({"filters": [{"type": 4003, "operator": "equal", "value": "9031234567"}]}),
        )
        .await;
    insta::assert_snapshot!(account.ledger(), @r#"
    rest POST contact "Иван" template 1 phones 79031234567 => contact 501
    rest POST task "Входящий звонок от 79031234567" object 12 assignees user:2 counterparty 501 field 201=yandex description "<p>Звонок с сайта romashka.ru, источник yandex, кампания «Ве…" => task 2001
    rest POST task/2001 silent status 2 => task 2001 changed
    rest GET task/2001 fields id,name
    rest POST contact/list where 4003=9031234567 -> 1
    "#);
}
