//! What a test from outside may ask and switch.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::planfix::{Account, Answer, account};

impl Account {
    pub(crate) async fn control(&self, method: &str, path: &str, body: Value) -> Answer {
        let request = Request::builder().method(method).uri(format!("/control/{path}"));
        let request = request.header("Content-Type", "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }
}

#[tokio::test]
async fn the_ledger_and_the_state_can_be_read() {
    let account = account();
    account.create("task/", json!({"name": "Заявка", "object": {"id": 12}})).await;
    let ledger = account.control("GET", "planfix/ledger", json!(null)).await.json();
    assert_eq!(ledger[0]["line"], "rest POST task \"Заявка\" object 12 => task 2001");
    assert_eq!(ledger[0]["kind"], "write");
    let state = account.control("GET", "planfix/state", json!(null)).await.json();
    assert_eq!(state["tasks"][0]["status_name"], "Новая");
    assert_eq!(state["users"][0]["short_number"], "101");
}

#[tokio::test]
async fn a_fault_is_armed_and_cleared() {
    let account = account();
    let fault = json!({"door": "rest", "path": "task", "fault": {"kind": "server_error", "when": "before_commit"}});
    assert_eq!(account.control("POST", "planfix/faults", fault.clone()).await.status, 204);
    assert_eq!(account.control("GET", "planfix/faults", json!(null)).await.json(), json!([fault]));
    assert_eq!(account.get("task/1").await.status, 500);
    assert_eq!(account.get("ping").await.status, 200);
    assert_eq!(account.control("DELETE", "planfix/faults", json!(null)).await.status, 204);
    assert_eq!(account.get("task/1").await.status, 400);
}

#[tokio::test]
async fn settings_are_changed_one_by_one() {
    let account = account();
    let answer =
        account.control("PATCH", "planfix/settings", json!({"unknown_caller": "not_found"})).await;
    assert_eq!(answer.json()["unknown_caller"], "not_found");
    assert_eq!(answer.json()["rest_token"], "sandbox-rest-token");
    let wrong = account.control("PATCH", "planfix/settings", json!({"unknown_color": "red"})).await;
    assert_eq!(wrong.status, 400);
}

#[tokio::test]
async fn reset_forgets_what_happened_and_keeps_what_was_set_up() {
    let account = account();
    account.planfix.configure(|settings| {
        settings.pbx_url = "https://svyazka.example/hook".to_owned();
        settings.one_per_second = true;
    });
    account.person("Иван", "79031234567").await;
    assert_eq!(account.control("POST", "reset", json!(null)).await.status, 204);
    assert!(account.planfix.contacts().is_empty() && account.planfix.ledger().is_empty());
    let settings = account.planfix.settings();
    assert_eq!(settings.pbx_url, "https://svyazka.example/hook");
    assert!(!settings.one_per_second);
}

#[tokio::test]
async fn a_watcher_is_told_of_the_next_change() {
    let account = account();
    let now = account.control("GET", "changes", json!(null)).await.json();
    let watch = format!("changes?after={}", now["revision"]);
    let (told, _) = tokio::join!(
        account.control("GET", &watch, json!(null)),
        account.person("Иван", "79031234567")
    );
    assert!(told.json()["revision"].as_u64() > now["revision"].as_u64());
}

#[tokio::test]
async fn the_doors_work_under_any_prefix() {
    let mut account = account();
    let nested = axum::Router::new().nest("/sandbox", account.sandbox.router());
    let request = Request::get("/sandbox/planfix/rest/contact/contact%3A501?fields=name")
        .header("Authorization", "Bearer sandbox-rest-token");
    account.token = "unused";
    let response =
        tower::ServiceExt::oneshot(nested, request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(account.planfix.ledger().rest().len(), 1);
}
