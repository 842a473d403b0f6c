use axum::http::StatusCode;
use cabinet::Role;

use crate::house::{Answer, House};

/// A house where two calls have come in.
async fn with_two_calls() -> House {
    let house = House::open().await;
    for session in ["1001", "1002"] {
        let body = format!(r#"{{"event":"call_incoming","call_session_id":{session}}}"#);
        assert_eq!(house.notify(&body).await.status, StatusCode::OK);
    }
    house
}

fn problem(answer: &Answer) -> String {
    assert_eq!(answer.content_type, "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["status"], answer.status.as_u16());
    problem["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn without_a_token_nothing_is_shown() {
    let house = House::open().await;
    for path in ["/api/journal", "/api/journal/1", "/api/connections"] {
        let answer = house.get(path).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(problem(&answer), "unauthorized");
    }
}

#[tokio::test]
async fn a_viewer_looks_and_does_not_touch() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;

    assert_eq!(viewer.get("/api/journal").await.status, StatusCode::OK);
    let answer = viewer.post("/api/journal/1/replay").await;

    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(problem(&answer), "forbidden");
}

#[tokio::test]
async fn an_admin_replays_what_is_there() {
    let house = with_two_calls().await;
    let admin = house.caller(Role::Admin).await;

    assert_eq!(admin.post("/api/journal/1/replay").await.status, StatusCode::ACCEPTED);
    let answer = admin.post("/api/journal/99/replay").await;

    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(problem(&answer), "not_found");
}

#[tokio::test]
async fn the_journal_is_read_page_by_page_the_newest_first() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;

    let first = viewer.get("/api/journal?limit=1").await.json();
    assert_eq!(first["items"][0]["key"], "call/1002");
    let next = first["next"].as_i64().unwrap();
    let second = viewer.get(&format!("/api/journal?limit=1&before={next}")).await.json();

    assert_eq!(second["items"][0]["key"], "call/1001");
    assert!(second["next"].is_null());
}

#[tokio::test]
async fn the_journal_is_filtered_by_connection() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;

    let ours = viewer.get("/api/journal?connection=romashka").await.json();
    let nobodys = viewer.get("/api/journal?connection=lyutik").await;

    assert_eq!(ours["items"].as_array().unwrap().len(), 2);
    assert_eq!(ours["items"][0]["connection"], "romashka");
    assert_eq!(problem(&nobodys), "not_found");
}

#[tokio::test]
async fn a_filter_that_does_not_exist_is_refused_rather_than_ignored() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    for query in ["limit=0", "limit=201", "state=gone", "phon=79", "before=x"] {
        let answer = viewer.get(&format!("/api/journal?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(problem(&answer), "bad_request");
    }
}

#[tokio::test]
async fn a_number_that_is_none_is_a_problem_too() {
    let house = House::open().await;
    let answer = house.caller(Role::Viewer).await.get("/api/journal/first").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(problem(&answer), "bad_request");
}

#[tokio::test]
async fn the_connections_are_listed_without_their_secrets() {
    let house = House::open().await;
    let answer = house.caller(Role::Viewer).await.get("/api/connections").await;
    assert_eq!(answer.json()["items"][0]["title"], "ООО «Ромашка»");
    assert!(!answer.text.contains("tel-secret"));
}

#[tokio::test]
async fn the_list_tells_how_a_connection_stands() {
    let quiet = House::open().await;
    let item = |answer: Answer| answer.json()["items"][0].clone();
    let before = item(quiet.caller(Role::Viewer).await.get("/api/connections").await);
    assert!(before["last_event_at"].is_null());
    assert_eq!(before["sections"]["telephony"], false);
    assert_eq!((&before["dead"], &before["doors"]), (&false.into(), &serde_json::json!([])));

    let house = with_two_calls().await;
    let after = item(house.caller(Role::Viewer).await.get("/api/connections").await);
    assert_eq!(after["last_event_at"], "2026-03-02T09:00:00Z");
}

#[tokio::test]
async fn an_unknown_address_of_the_api_is_a_problem_too() {
    let house = House::open().await;
    assert_eq!(problem(&house.get("/api/nothing").await), "not_found");
}

#[tokio::test]
async fn a_phone_without_digits_is_no_filter() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;

    let answer = viewer.get("/api/journal?phone=%2B").await;

    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(problem(&answer), "bad_request");
}

#[tokio::test]
async fn another_method_is_a_problem_like_any_other() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;

    let answer = viewer.post("/api/journal").await;

    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(problem(&answer), "method_not_allowed");
}

#[tokio::test]
async fn of_a_call_that_nobody_worked_off_no_variables_are_known() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;

    let known = viewer.get("/api/journal/1/variables").await;
    let nobodys = viewer.get("/api/journal/99/variables").await;

    assert_eq!(known.json(), serde_json::json!({ "variables": {} }));
    assert_eq!(problem(&nobodys), "not_found");
}

/// The ids and the keys of a stream's events.
fn events(answer: &Answer) -> Vec<(i64, String)> {
    assert_eq!(answer.content_type, "text/event-stream");
    let events = answer.text.split("\n\n").filter(|event| event.contains("event: communication"));
    let line = |event: &str, name: &str| {
        event.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned()
    };
    events
        .map(|event| {
            let data: serde_json::Value = serde_json::from_str(&line(event, "data: ")).unwrap();
            let key = data["key"].as_str().unwrap().to_owned();
            (line(event, "id: ").parse().unwrap(), key)
        })
        .collect()
}

/// The clock of the house does not wait, so a stream ends as soon as it has told what there is.
#[tokio::test]
async fn who_listens_again_is_told_what_he_has_missed() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;

    let all = events(&viewer.get_after("/api/journal/live", 0).await);
    assert_eq!(
        all.iter().map(|(_, key)| key.as_str()).collect::<Vec<_>>(),
        ["call/1001", "call/1002"]
    );

    house.clock.advance(jiff::SignedDuration::from_mins(1));
    house.notify(r#"{"event":"call_incoming","call_session_id":1003}"#).await;
    let missed = events(&viewer.get_after("/api/journal/live", all[1].0).await);
    assert_eq!(missed.last().unwrap().1, "call/1003");
}

#[tokio::test]
async fn what_happened_before_somebody_listens_is_no_news() {
    let house = with_two_calls().await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(events(&viewer.get("/api/journal/live").await), []);
}
