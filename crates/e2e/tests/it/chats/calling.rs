//! A call to the client from the workspace: one, however often somebody clicks.

use axum::http::StatusCode;
use sandbox::Door;
use sandbox::faults::{Fault, When};
use serde_json::{Value, json};

use super::world;

const ANNA: &str = "smirnova@romashka.ru";

#[tokio::test]
async fn a_second_click_within_moments_starts_no_second_call() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let body = json!({ "phone": "79032000004" });
    // none knows of the other
    let (first, second) = tokio::join!(anna.post("calls", &body), anna.post("calls", &body));
    assert_eq!((first.0, second.0), (StatusCode::OK, StatusCode::OK), "{first:?} {second:?}");
    let begun = |answers: [&Value; 2]| answers.iter().filter(|one| one["session"].is_i64()).count();
    assert_eq!(begun([&first.1, &second.1]), 1, "{first:?} {second:?}");
    world.run().await;
    let (_, third) = anna.post("calls", &json!({ "phone": "+7 903 200-00-04" })).await;
    assert_eq!(third["session"], Value::Null);
    world.play_started().await;
    assert_eq!(world.uis().finished_calls().len(), 1);

    world.pass(5).await;
    let (_, later) = anna.post("calls", &body).await;
    assert!(later["session"].is_i64(), "{later}");
    world.play_started().await;
    assert_eq!(world.uis().finished_calls().len(), 2);
}

#[tokio::test]
async fn while_uis_has_not_answered_no_second_call_is_started_however_long_it_takes() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.uis().faults().next(1, Door::CallApi, Fault::Hang { when: When::AfterCommit });
    let body = json!({ "phone": "79032000004" });
    let first = anna.post("calls", &body);
    tokio::pin!(first);
    while !world.uis().faults().armed().is_empty() {
        tokio::select! { _ = &mut first => {}, () = tokio::task::yield_now() => {} }
    }
    world.pass(30).await;
    let (status, second) = anna.post("calls", &body).await;
    assert_eq!((status, &second["session"]), (StatusCode::OK, &Value::Null), "{second}");
    world.uis().faults().release();
    first.await;
    world.play_started().await;
    assert_eq!(world.uis().finished_calls().len(), 1);
}

#[tokio::test]
async fn a_call_that_uis_refused_may_be_tried_again_at_once() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let body = json!({ "phone": "79032000004" });
    world.uis().set_phones_active("101", false);
    let (status, refusal) = anna.post("calls", &body).await;
    assert_eq!(status, StatusCode::BAD_GATEWAY, "{refusal}");
    world.run().await;
    world.uis().set_phones_active("101", true);
    let (_, answer) = anna.post("calls", &body).await;
    assert!(answer["session"].is_i64(), "{answer}");
}
