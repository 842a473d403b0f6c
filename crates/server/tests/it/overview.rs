use axum::http::StatusCode;
use cabinet::Role;
use domain::failure::Code;
use domain::{Class, Failure};
use engine::model::{ConnectionId, Door, Pause, Work};
use engine::store::Claim;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::house::House;

const CODE: Code = Code::new("TEST-NO");

async fn overview(house: &House) -> Value {
    let answer = house.caller(Role::Viewer).await.get("/api/overview").await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.json()
}

async fn call(house: &House, session: u32) {
    let body = format!(r#"{{"event":"call_incoming","call_session_id":{session}}}"#);
    assert_eq!(house.notify(&body).await.status, StatusCode::OK);
}

/// Shuts a door of the connection for a minute.
async fn shut(house: &House, class: Class) {
    let failure = Failure::new(class, CODE, "никогда");
    let until = "2026-03-02T09:01:00Z".parse().unwrap();
    let door = Door::new("planfix.rest");
    let store = house.database.engine();
    store.pause(ConnectionId(1), &door, Pause { until, failure }).await.unwrap();
}

#[tokio::test]
async fn the_overview_is_for_who_is_signed_in() {
    let answer = House::open().await.get("/api/overview").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_quiet_installation_works() {
    let told = overview(&House::open().await).await;
    let romashka = &told["connections"][0];
    assert_eq!((&romashka["name"], &romashka["light"]), (&json!("romashka"), &json!("works")));
    assert_eq!((&romashka["last_event_at"], &romashka["doors"]), (&Value::Null, &json!([])));
    assert!(romashka["budget"].is_null(), "the settings name no REST account");
    assert_eq!(told["backlog"], json!({ "due": 0, "oldest": null }));
    assert_eq!(told["troubles"], json!([]));
}

#[tokio::test]
async fn the_last_24_hours_are_counted_each_for_itself() {
    let house = House::open().await;
    call(&house, 1).await;
    house.clock.advance(SignedDuration::from_hours(3));
    call(&house, 2).await;
    call(&house, 3).await;

    let told = overview(&house).await;

    let hours = told["hours"].as_array().unwrap();
    let waiting: Vec<_> = hours.iter().map(|hour| hour["waiting"].as_u64().unwrap()).collect();
    assert_eq!(hours.len(), 24);
    assert_eq!(hours[23]["hour"], "2026-03-02T12:00:00Z");
    assert_eq!((waiting[20], waiting[23], waiting.iter().sum::<u64>()), (1, 2, 3));
    let calls: Vec<_> = hours.iter().map(|hour| hour["kinds"]["calls"].as_u64().unwrap()).collect();
    assert_eq!((calls[20], calls[23], calls.iter().sum::<u64>()), (1, 2, 3));
    assert_eq!(hours[23]["kinds"], json!({ "calls": 2, "chats": 0, "leads": 0, "unreadable": 0 }));
    assert_eq!(told["connections"][0]["oldest_waiting"], Value::Null, "nothing is written yet");
    assert_eq!(told["backlog"], json!({ "due": 3, "oldest": "2026-03-02T09:00:00Z" }));
    assert_eq!(told["connections"][0]["last_event_at"], "2026-03-02T12:00:00Z");

    house.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(overview(&house).await["hours"][0]["waiting"], 0);
}

#[tokio::test]
async fn a_shut_door_is_told_until_it_is_tried_again() {
    let house = House::open().await;
    shut(&house, Class::Retry).await;

    let told = overview(&house).await["connections"][0].clone();
    assert_eq!(told["light"], "waits");
    let door = json!({ "door": "planfix.rest", "until": "2026-03-02T09:01:00Z", "code": "TEST-NO", "message": "никогда", "needs_hand": false });
    assert_eq!(told["doors"], json!([door]));

    shut(&house, Class::AuthBroken).await;
    assert_eq!(overview(&house).await["connections"][0]["light"], "needs_hand");

    house.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(overview(&house).await["connections"][0]["light"], "works");
}

#[tokio::test]
async fn what_was_given_up_is_told_with_its_reason() {
    let house = House::open().await;
    call(&house, 1).await;
    let store = house.database.engine();
    let now = "2026-03-02T09:00:00Z".parse().unwrap();
    let claim = Claim { owner: "test".to_owned(), now, until: now, live_only: false };
    let lease = store.claim(claim).await.unwrap().unwrap();
    let Work::Step { input, .. } = store.next_work(&lease, now, false).await.unwrap() else {
        panic!("no event");
    };
    let failure = Failure::permanent(CODE, "никогда");
    store.give_up(&lease, input.reference(), &failure, now).await.unwrap();

    let told = overview(&house).await;
    let trouble = json!({ "connection": "romashka", "code": "TEST-NO", "message": "никогда", "count": 1, "last_at": "2026-03-02T09:00:00Z", "communication": 1 });
    assert_eq!(told["troubles"], json!([trouble]));
    assert_eq!(
        (&told["connections"][0]["dead"], &told["connections"][0]["light"]),
        (&json!(1), &json!("needs_hand"))
    );
    assert_eq!(
        (&told["hours"][23]["failed"], &told["hours"][23]["waiting"]),
        (&json!(1), &json!(0))
    );

    house.clock.advance(SignedDuration::from_hours(25));
    let later = overview(&house).await;
    assert_eq!(later["connections"][0]["light"], "works", "nothing is given up lately");
    assert_eq!(later["troubles"], json!([trouble]));
}

#[tokio::test]
async fn a_code_is_told_with_its_cure() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    let cure = viewer.get("/api/errors/PF-TOKEN").await.json();
    assert_eq!(cure["title"], "Планфикс не принял токен REST API");
    assert_eq!(cure["check"].as_array().unwrap().len(), 3);
    assert!(cure["english"][0].as_str().unwrap().starts_with("Planfix refuses"));
    assert_eq!(viewer.get("/api/errors/NO-SUCH").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_nobody_has_asked_is_not_known_and_what_has_no_credentials_is_off() {
    let told = overview(&House::open().await).await;
    let sides = told["connections"][0]["sides"].as_array().unwrap();
    let states: Vec<_> = sides.iter().map(|side| (&side["side"], &side["state"])).collect();
    let expected = ["uis.data_api", "uis.call_api", "planfix.rest", "planfix.telephony"];
    assert_eq!(states.len(), 4);
    for ((side, state), name) in states.iter().zip(expected) {
        assert_eq!(**side, json!(name));
        assert!(["off", "unknown"].contains(&state.as_str().unwrap()), "{state}");
    }
}
