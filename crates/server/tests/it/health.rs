use axum::http::StatusCode;

use crate::house::House;

#[tokio::test]
async fn a_server_on_a_migrated_database_is_up_and_ready() {
    let house = House::open().await;
    assert_eq!(house.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(house.get("/readyz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn metrics_are_plain_text() {
    let house = House::open().await;
    let answer = house.get("/metrics").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.content_type.starts_with("text/plain; version=0.0.4"));
}

#[test]
fn hooks_are_counted_by_outcome_and_the_backlog_is_measured() {
    let recorder = metrics_exporter_prometheus::PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    metrics::with_local_recorder(&recorder, || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let house = House::open().await;
            house.notify(r#"{"event":"call_incoming","call_session_id":1}"#).await;
            house.notify("nonsense").await;
            house.get("/hooks/romashka/made_up_by_a_stranger/key").await;
            house.get("/metrics").await;
        });
    });

    let text = handle.render();
    for line in [
        r#"svyazka_hooks_received_total{hook="uis_notifications",outcome="new"} 1"#,
        r#"svyazka_hooks_received_total{hook="uis_notifications",outcome="unreadable"} 1"#,
        r#"svyazka_hooks_received_total{hook="unknown",outcome="unknown"} 1"#,
        "svyazka_lanes_due 1",
        "svyazka_oldest_lane_due_seconds 0",
    ] {
        assert!(text.contains(line), "{line} is not in:\n{text}");
    }
}
