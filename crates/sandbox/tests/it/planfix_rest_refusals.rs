//! What REST refuses, in the vendor's codes.

use serde_json::json;

use crate::planfix::account;

#[tokio::test]
async fn an_unknown_status_is_400_code_41() {
    let account = account();
    let answer = account
        .post("task/", json!({"name": "Заявка", "object": {"id": 12}, "status": {"id": 77}}))
        .await;
    assert_eq!(answer.refusal(), (400, 41));
    assert_eq!(answer.json()["error"], "Status not find by id 77");
    assert!(account.planfix.tasks().is_empty());
}

#[tokio::test]
async fn updating_what_is_not_there_is_404_with_the_entitys_own_code() {
    let account = account();
    assert_eq!(account.post("task/77", json!({"name": "Задача"})).await.refusal(), (404, 1000));
    assert_eq!(account.post("contact/77", json!({"name": "Иван"})).await.refusal(), (404, 2000));
}

#[tokio::test]
async fn an_email_is_unique_among_contacts_companies_and_employees() {
    let account = account();
    let with = |template: u64, email: &str| json!({"template": {"id": template}, "name": "Некто", "email": email});
    account.create("contact/", with(1, "ivan@mail.ru")).await;
    assert_eq!(account.post("contact/", with(3, "Ivan@Mail.ru")).await.refusal(), (400, 2005));
    assert_eq!(
        account.post("contact/", with(1, "smirnova@romashka.ru")).await.refusal(),
        (400, 2005)
    );
}

#[tokio::test]
async fn a_contact_needs_a_template_and_a_name() {
    let account = account();
    assert_eq!(account.post("contact/", json!({"name": "Иван"})).await.refusal(), (400, 2001));
    assert_eq!(
        account.post("contact/", json!({"template": {"id": 1}})).await.refusal(),
        (400, 2006)
    );
    let unknown = json!({"template": {"id": 99}, "name": "Иван"});
    assert_eq!(account.post("contact/", unknown).await.refusal(), (400, 41));
}

#[tokio::test]
async fn a_denied_scope_is_405_code_5() {
    let account = account();
    account.planfix.configure(|settings| {
        settings.denied_scopes.insert("task_add".to_owned());
    });
    assert_eq!(account.post("task/", json!({"name": "Задача"})).await.refusal(), (405, 5));
    assert_eq!(account.post("task/list", json!({})).await.status, 200);
    assert_eq!(account.get("ping").await.status, 200);
}

#[tokio::test]
async fn a_body_against_the_schema_is_refused_and_noted_as_a_violation() {
    let account = account();
    let answer =
        account.post("contact/", json!({"template": {"id": "1"}, "name": 5, "nick": "x"})).await;
    assert_eq!(answer.refusal(), (400, 41));
    insta::assert_snapshot!(account.planfix.ledger().violations(), @r#"rest POST contact name 5 template 1 nick x !! 400 code 41: Invalid parameter value: /template/id: integer expected, string came ## /template/id: integer expected, string came; /name: string expected, number came; /nick: no such property"#);
}

#[tokio::test]
async fn a_body_that_is_no_json_is_400_code_30() {
    let account = account();
    let request = axum::http::Request::post("/planfix/rest/task/")
        .header("Authorization", "Bearer sandbox-rest-token")
        .body("{name".into());
    assert_eq!(account.send(request.unwrap()).await.refusal(), (400, 30));
    assert_eq!(account.planfix.ledger().violations().len(), 1);
}

#[tokio::test]
async fn an_unknown_method_is_noted_as_a_violation() {
    let account = account();
    assert_eq!(account.get("contact/list").await.refusal(), (404, 2000));
    assert_eq!(account.get("telephony/calls").await.status, 404);
    assert_eq!(
        account.planfix.ledger().violations().to_string(),
        "rest GET telephony/calls !! 404 code 0: Rest API error ## no such method: GET /telephony/calls"
    );
}
