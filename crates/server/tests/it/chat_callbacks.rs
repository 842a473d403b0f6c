//! What callbacks of the Chat API must show to be taken.

use ambient::Clock as _;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use cabinet::HookKind;
use engine::store::Claim;
use jiff::SignedDuration;

use crate::house::{Answer, House};

const CHANNEL: &str =
    r#"{"context":{"app_id":1},"id":212,"account_id":7,"type":"telegram","name":"Бот"}"#;

/// A house whose block of the Chat API ends with these keys.
async fn house(keys: &str) -> House {
    House::with(&format!(
        "name: romashka\ncredentials:\n  uis:\n    chat_api: {{ login: svyazka, password: out{keys} }}\n"
    ))
    .await
}

/// UIS tells of a channel.
async fn tell(house: &House, authorization: Option<&str>) -> Answer {
    let hook = house.hook(HookKind::UisChat).await;
    let mut request =
        Request::post(format!("{hook}/channel")).header("content-type", "application/json");
    if let Some(value) = authorization {
        request = request.header("authorization", value);
    }
    house.send(request.body(Body::from(CHANNEL)).unwrap()).await
}

/// Whether anything came that waits to be worked off.
async fn anything_waits(house: &House) -> bool {
    let now = house.clock.now();
    let until = now + SignedDuration::from_secs(25);
    let claim = Claim { owner: "test".to_owned(), now, until, live_only: false };
    house.database.engine().claim(claim).await.unwrap().is_some()
}

/// These are refused and leave nothing behind; then the right one is taken.
async fn only_takes(house: &House, right: &str, wrong: &[&str]) {
    for authorization in wrong.iter().copied().map(Some).chain([None]) {
        let answer = tell(house, authorization).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{authorization:?}");
        assert!(answer.text.contains("webhook_auth"), "{}", answer.text);
    }
    assert!(!anything_waits(house).await);
    let answer = tell(house, Some(right)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert!(anything_waits(house).await);
}

#[tokio::test]
async fn the_key_decides_alone_when_nothing_else_is_asked_for() {
    let house = house("").await;
    assert_eq!(tell(&house, None).await.status, StatusCode::OK);
    assert_eq!(tell(&house, Some("Bearer whatever")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_token_lets_in_only_those_who_show_it() {
    let house = house(", callback_token: s3cret").await;
    // the last is `s3cret` as a pair
    let wrong = ["Bearer other", "Bearer", "Bearer ", "s3cret", "Bearer s3cret2", "Basic czNjcmV0"];
    only_takes(&house, "Bearer s3cret", &wrong).await;
}

#[tokio::test]
async fn login_and_password_let_in_only_those_who_show_both() {
    let house = house(", callback_login: uis, callback_password: пароль").await;
    // `uis:пароль`; then `uis:other`, `other:пароль`, no base64 at all, and the right pair as a token
    let wrong = [
        "Basic dWlzOm90aGVy",
        "Basic b3RoZXI60L/QsNGA0L7Qu9GM",
        "Basic ???",
        "Bearer dWlzOtC/0LDRgNC+0LvRjA==",
    ];
    only_takes(&house, "basic dWlzOtC/0LDRgNC+0LvRjA==", &wrong).await;
}

#[tokio::test]
async fn the_right_header_does_not_make_up_for_a_wrong_key() {
    let house = house(", callback_token: s3cret").await;
    let request = Request::post("/hooks/romashka/uis_chat/guess/channel")
        .header("authorization", "Bearer s3cret");
    let answer = house.send(request.body(Body::from(CHANNEL)).unwrap()).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
