//! What comes back over REST, and in what form.

use sandbox::planfix::NewContact;
use serde_json::json;

use crate::planfix::account;

#[tokio::test]
async fn ping_says_success_and_how_many_requests_are_left() {
    let account = account();
    let answer = account.get("ping").await;
    assert_eq!((answer.status, answer.json()), (200, json!({"result": "success"})));
    assert_eq!(answer.header("x-ratelimit-remaining"), "19999");
}

#[tokio::test]
async fn an_unknown_token_is_401_with_code_1() {
    let mut account = account();
    account.token = "somebody else's";
    let answer = account.get("ping").await;
    assert_eq!(answer.refusal(), (401, 1));
    assert_eq!(answer.json()["error"], "Access denied, unknown token");
}

#[tokio::test]
async fn a_get_may_bring_its_token_in_the_query() {
    let account = account();
    let path = "/planfix/rest/ping?access_token=sandbox-rest-token";
    let request = axum::http::Request::get(path).body("".into()).unwrap();
    assert_eq!(account.send(request).await.status, 200);
}

#[tokio::test]
async fn without_fields_only_the_id_comes_back() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    let answer = account.get(&format!("contact/{id}")).await;
    assert_eq!(answer.json(), json!({"result": "success", "contact": {"id": id}}));
}

#[tokio::test]
async fn unknown_fields_are_dropped_without_a_word() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    let answer = account.get(&format!("contact/{id}?fields=name,phone,generalId")).await;
    assert_eq!(answer.json()["contact"], json!({"id": id, "name": "Иван"}));
    account.assert_no_violations();
}

#[tokio::test]
async fn custom_fields_come_only_by_their_numeric_ids() {
    let account = account();
    let custom = json!([{"field": {"id": 101}, "value": "romashka.ru"}]);
    let body = json!({"template": {"id": 1}, "name": "Иван", "customFieldData": custom});
    let id = account.create("contact/", body).await;
    let by_word = account.get(&format!("contact/{id}?fields=id,customFieldData")).await;
    assert_eq!(by_word.json()["contact"], json!({"id": id}));
    let by_id = account.get(&format!("contact/{id}?fields=id,%20101")).await;
    insta::assert_snapshot!(by_id.json()["contact"]["customFieldData"], @r#"[{"field":{"id":101,"name":"Сайт","type":0,"objectType":1},"stringValue":"romashka.ru","value":"romashka.ru"}]"#);
}

#[tokio::test]
async fn unset_fields_are_absent() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    let answer = account.get(&format!("contact/{id}?fields=name,lastname,email,101")).await;
    assert_eq!(answer.json()["contact"], json!({"id": id, "name": "Иван"}));
}

#[tokio::test]
async fn ids_are_numbers_in_an_entity_and_strings_in_a_reference() {
    let account = account();
    let client = account.person("Иван", "79031234567").await;
    let task = account
        .create(
            "task/",
            json!({"name": "Звонок", "object": {"id": 12}, "counterparty": {"id": client},
                "assignees": {"users": [{"id": "user:2"}], "groups": []}}),
        )
        .await;
    let answer = account.get(&format!("task/{task}?fields=id,counterparty,assignees")).await;
    let users = json!([{"id": "user:2", "name": "Борис Андреевич Кузнецов"}]);
    assert_eq!(
        answer.json()["task"],
        json!({
            "id": task,
            "counterparty": {"id": format!("contact:{client}"), "name": "Иван"},
            "assignees": {"users": users, "groups": []},
        })
    );
}

#[tokio::test]
async fn a_contact_is_found_by_a_bare_a_prefixed_and_an_encoded_id() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    for path in [
        format!("contact/{id}"),
        format!("contact/contact:{id}/"),
        format!("contact/contact%3A{id}"),
    ] {
        assert_eq!(account.get(&path).await.json()["contact"]["id"], id, "{path}");
    }
}

#[tokio::test]
async fn a_missing_task_is_400_code_0_and_a_missing_contact_404_code_2000() {
    let account = account();
    assert_eq!(account.get("task/77").await.refusal(), (400, 0));
    let contact = account.get("contact/77").await;
    assert_eq!(contact.refusal(), (404, 2000));
    assert_eq!(contact.json()["error"], "Contact not found by id 77");
    assert_eq!(account.get("user/user:77").await.refusal(), (404, 4000));
}

#[tokio::test]
async fn the_status_of_a_task_comes_whole() {
    let account = account();
    let task = account
        .create("task/", json!({"name": "Сделка", "object": {"id": 12}, "status": {"id": 5}}))
        .await;
    let status = &account.get(&format!("task/{task}?fields=status")).await.json()["task"]["status"];
    assert_eq!((&status["id"], &status["name"]), (&json!(5), &json!("Доставлен")));
    assert_eq!(status["isActive"], false);
}

#[tokio::test]
async fn moments_are_told_in_the_time_zone_of_the_tokens_user() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    let answer = account.get(&format!("contact/{id}?fields=createdDate")).await;
    assert_eq!(
        answer.json()["contact"]["createdDate"],
        json!({"date": "02-03-2026", "time": "12:00", "datetime": "2026-03-02T09:00Z"})
    );
}

#[tokio::test]
async fn a_contact_merged_away_is_not_found_any_more() {
    let account = account();
    let id = account.planfix.add_contact(&NewContact { name: "Иван", ..NewContact::default() });
    account.planfix.remove_contact(id);
    assert_eq!(account.get(&format!("contact/{id}")).await.refusal(), (404, 2000));
    let update = account.post(&format!("contact/{id}"), json!({"name": "Пётр"})).await;
    assert_eq!(update.json()["error"], format!("Contact for update not found by id {id}"));
}

#[tokio::test]
async fn objects_statuses_and_fields_are_those_of_the_example_settings() {
    let account = account();
    let objects = account.post("object/list", json!({})).await.json();
    assert_eq!(objects["objects"][0], json!({"id": 12, "name": "Заявка"}));
    let statuses = account.get("object/12/statuses?fields=id,name,isActive").await.json();
    assert_eq!(statuses["statuses"][3], json!({"id": 5, "name": "Доставлен", "isActive": false}));
    assert_eq!(statuses["statuses"][4], json!({"id": 6, "name": "Отказ", "isActive": false}));
    let fields = account.get("customfield/task?fields=id,name,type").await.json();
    let fields = fields["customfields"].as_array().unwrap();
    for expected in [
        json!({"id": 201, "name": "utm_source", "type": 0}),
        json!({"id": 202, "name": "Кампания", "type": 0}),
        json!({"id": 210, "name": "Сумма", "type": 1}),
    ] {
        assert!(fields.contains(&expected), "{expected}");
    }
    let templates = account.get("contact/templates?fields=id,name").await.json();
    assert_eq!(templates["templates"][0], json!({"id": 1, "name": "Клиент"}));
    let ids = account.get("contact/templates?isCompany=true").await.json();
    assert_eq!(ids["templates"], json!([{"id": 3}]));
    assert_eq!(account.get("task/templates").await.json()["templates"], json!([{"id": 30}]));
    assert_eq!(account.get("contact/groups").await.json()["groups"], json!([{"id": 1}]));
    assert_eq!(account.get("process/task").await.json()["processes"], json!([]));
    account.assert_no_violations();
}

#[tokio::test]
async fn the_short_number_of_an_employee_can_be_searched_for_but_not_read() {
    let account = account();
    let filters = json!([{"type": 9004, "operator": "equal", "value": "102"}]);
    let body = json!({"fields": "id,email,extensionNumber", "filters": filters});
    let answer = account.post("user/list", body).await.json();
    assert_eq!(answer["users"], json!([{"id": 2, "email": "kuznetsov@romashka.ru"}]));
}
