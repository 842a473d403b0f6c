use axum::http::StatusCode;
use cabinet::{HookKind, Role};
use serde_json::json;

use crate::house::House;

const DEALS: &str = "/api/connections/romashka/deals";
const LOAD: &str = "/api/connections/romashka/deals/backfill";
const ANALYTICS: &str = "/api/connections/romashka/analytics";

const SHOP: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_rest: { url: "https://127.0.0.1:9/rest/", token: rest-secret }
  uis: { data_api: { url: "https://127.0.0.1:9/v2.0", token: uis-secret } }
deals: { enabled: true, task_object: 12, success_status: 5, failure_status: 6, amount_field: 210 }
"#;

#[tokio::test]
async fn what_a_scenario_told_shows_to_whoever_waits_for_it() {
    let house = House::with(SHOP).await;
    let viewer = house.caller(Role::Viewer).await;
    let before = viewer.get(DEALS).await.json();
    assert!(before["told"].is_null() && before["backfill"].is_null());
    let hook = house.hook(HookKind::PlanfixDeals).await;
    let answer = house.post(&hook, "application/json", r#"{"task_id":"2001"}"#).await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, ""));
    let since = before["now"].as_str().unwrap();
    let told = viewer.get(&format!("{DEALS}?since={since}")).await.json()["told"].clone();
    assert_eq!(told["task"], 2001);
    let later = viewer.get(&format!("{DEALS}?since=2026-03-02T10:00:00Z")).await;
    assert!(later.json()["told"].is_null());
}

#[tokio::test]
async fn a_load_is_begun_paused_resumed_and_stopped_by_an_admin() {
    let house = House::with(SHOP).await;
    let admin = house.caller(Role::Admin).await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(
        viewer.send_json("POST", LOAD, &json!({ "days": 30 })).await.status,
        StatusCode::FORBIDDEN
    );
    let impossible = admin.send_json("POST", LOAD, &json!({ "days": 0 })).await;
    assert_eq!(impossible.status, StatusCode::BAD_REQUEST);
    assert_eq!(admin.post(&format!("{LOAD}/pause")).await.status, StatusCode::CONFLICT);
    let begun = admin.send_json("POST", LOAD, &json!({ "days": 30 })).await;
    assert_eq!((begun.status, &begun.json()["stage"]), (StatusCode::OK, &"running".into()));
    let second = admin.send_json("POST", LOAD, &json!({ "days": 30 })).await;
    assert_eq!(second.json()["code"], "backfill_busy");
    for (turn, stage) in [("pause", "paused"), ("resume", "running"), ("stop", "stopped")] {
        let answer = admin.post(&format!("{LOAD}/{turn}")).await;
        assert_eq!(answer.json()["stage"], stage, "{}", answer.text);
    }
    assert_eq!(viewer.get(DEALS).await.json()["backfill"]["stage"], "stopped");
}

#[tokio::test]
async fn nothing_is_loaded_while_the_section_is_off() {
    let house = House::open().await;
    let answer =
        house.caller(Role::Admin).await.send_json("POST", LOAD, &json!({ "days": 30 })).await;
    assert_eq!(
        (answer.status, &answer.json()["code"]),
        (StatusCode::CONFLICT, &"deals_off".into())
    );
}

#[tokio::test]
async fn the_numbers_of_a_quiet_period_are_noughts_and_an_impossible_one_is_refused() {
    let house = House::with(SHOP).await;
    let viewer = house.caller(Role::Viewer).await;
    let quiet = viewer.get(&format!("{ANALYTICS}?from=2026-03-01&till=2026-03-02&by=site")).await;
    assert_eq!(quiet.json()["total"]["communications"], 0, "{}", quiet.text);
    let file =
        viewer.get(&format!("{ANALYTICS}.csv?from=2026-03-01&till=2026-03-02&by=site")).await;
    assert!(file.content_type.starts_with("text/csv"), "{}", file.content_type);
    assert!(file.text.starts_with("\u{feff}\"Сайт\";\"Обращения\""), "{}", file.text);
    for period in ["from=2026-03-02&till=2026-03-01", "from=2024-03-02&till=2026-03-01"] {
        let answer = viewer.get(&format!("{ANALYTICS}?{period}&by=site")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{period}");
    }
    let nobody = viewer
        .get("/api/connections/lyutik/analytics?from=2026-03-01&till=2026-03-02&by=site")
        .await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}
