use axum::http::StatusCode;
use cabinet::Role;

use crate::house::House;

const LAST: &str = "/api/connections/romashka/employees";
const SYNC: &str = "/api/connections/romashka/employees/sync";

/// Systems at an address to which the server may not speak.
const UNREACHABLE: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_rest: { url: "https://127.0.0.1:9/rest/", token: rest-secret }
  uis: { data_api: { url: "https://127.0.0.1:9/v2.0", token: uis-secret } }
employees: { enabled: true }
"#;

#[tokio::test]
async fn before_the_first_run_there_is_none() {
    let house = House::open().await;
    let answer = house.caller(Role::Viewer).await.get(LAST).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.json()["run"].is_null());
}

#[tokio::test]
async fn a_run_of_a_section_that_is_off_is_refused_with_a_warning() {
    let house = House::open().await;
    let answer = house.caller(Role::Admin).await.post(SYNC).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let problem = answer.json();
    assert_eq!(problem["code"], "employees_off");
    assert!(problem["title"].as_str().unwrap().contains("держатся другие разделы"));
}

#[tokio::test]
async fn a_run_that_could_not_ask_is_told_and_kept() {
    let house = House::with(UNREACHABLE).await;
    let admin = house.caller(Role::Admin).await;

    let run = admin.post(SYNC).await;

    assert_eq!(run.status, StatusCode::OK);
    let run = run.json();
    assert_eq!((&run["good"], &run["failure"]), (&false.into(), &"NET-FORBIDDEN".into()));
    assert_eq!(run["author"], "test");
    assert_eq!(admin.get(LAST).await.json()["run"], run);
}

#[tokio::test]
async fn a_viewer_looks_and_does_not_run() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(viewer.post(SYNC).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_connection_that_is_not_there_has_no_employees() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    for name in ["lyutik", "Nobody"] {
        let path = format!("/api/connections/{name}/employees");
        assert_eq!(admin.get(&path).await.status, StatusCode::NOT_FOUND, "{name}");
        let path = format!("{path}/sync");
        assert_eq!(admin.post(&path).await.status, StatusCode::NOT_FOUND, "{name}");
    }
}
