//! Signing in with a name and a password.

use domain::Class;
use jiff::SignedDuration;
use serde_json::{Value, json};
use uis::data_api::Credentials;

use crate::server::{Answer, Uis, error, rows};

fn credentials() -> Credentials {
    Credentials::Login { login: "robot".to_owned(), password: "pass".into() }
}

fn signed_in(token: &str, expire_at: impl Into<Value>) -> Answer {
    let data = json!({ "access_token": token, "expire_at": expire_at.into(), "app_id": 7 });
    Answer::Rpc(json!({ "result": { "data": data } }))
}

/// A UIS that gives the tokens t1, t2, … and takes only the last of those up to `revoked`.
async fn uis_that_revokes(revoked: &'static [&'static str]) -> Uis {
    let mut given = 0;
    Uis::start_for(credentials(), move |method, params| {
        if method == "login.user" {
            given += 1;
            return signed_in(&format!("t{given}"), Value::Null);
        }
        let token = params["access_token"].as_str().unwrap();
        if revoked.contains(&token) {
            error(-32001, "access_token_expired")
        } else {
            rows([json!({})])
        }
    })
    .await
}

#[tokio::test]
async fn one_sign_in_serves_many_calls() {
    let uis = uis_that_revokes(&[]).await;
    uis.api.account().await.unwrap();
    uis.api.account().await.unwrap();
    assert_eq!(uis.methods(), ["login.user", "get.account", "get.account"]);
    let asked = uis.asked();
    assert_eq!(asked[0]["params"], json!({ "login": "robot", "password": "pass" }));
    assert_eq!(asked[2]["params"]["access_token"], "t1");
}

#[tokio::test]
async fn calls_at_once_share_one_sign_in() {
    let uis = uis_that_revokes(&[]).await;
    let (a, b, c) = tokio::join!(uis.api.account(), uis.api.account(), uis.api.account());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    assert_eq!(uis.methods().iter().filter(|method| *method == "login.user").count(), 1);
}

#[tokio::test]
async fn a_session_that_ended_early_is_renewed_by_the_way() {
    let uis = uis_that_revokes(&["t1"]).await;
    uis.api.account().await.unwrap();
    assert_eq!(uis.methods(), ["login.user", "get.account", "login.user", "get.account"]);
}

#[tokio::test]
async fn many_calls_refused_at_once_renew_the_session_once() {
    let uis = uis_that_revokes(&["t1"]).await;
    let (a, b) = tokio::join!(uis.api.account(), uis.api.account());
    assert!(a.is_ok() && b.is_ok());
    assert_eq!(uis.methods().iter().filter(|method| *method == "login.user").count(), 2);
}

#[tokio::test]
async fn a_session_refused_again_is_not_renewed_for_ever() {
    let uis = uis_that_revokes(&["t1", "t2"]).await;
    let failure = uis.api.account().await.unwrap_err();
    assert_eq!(failure.class, Class::AuthBroken);
    assert_eq!(uis.methods().len(), 4);
}

#[tokio::test]
async fn a_session_near_its_end_is_renewed_before_it() {
    let uis = uis_that_revokes(&[]).await;
    uis.api.account().await.unwrap();
    uis.clock.advance(SignedDuration::from_mins(58));
    uis.api.account().await.unwrap();
    assert_eq!(uis.methods().len(), 3, "an hour is not over");
    uis.clock.advance(SignedDuration::from_mins(1));
    uis.api.account().await.unwrap();
    assert_eq!(uis.methods().len(), 5);
}

#[tokio::test]
async fn the_end_that_uis_tells_counts() {
    let end = "2026-03-01T09:10:00Z".parse::<jiff::Timestamp>().unwrap().as_second();
    let uis = Uis::start_for(credentials(), move |method, _| match method {
        "login.user" => signed_in("t", end),
        _ => rows([json!({})]),
    })
    .await;
    uis.api.account().await.unwrap();
    uis.clock.advance(SignedDuration::from_mins(10));
    uis.api.account().await.unwrap();
    assert_eq!(uis.methods(), ["login.user", "get.account", "login.user", "get.account"]);
}

#[tokio::test]
async fn a_refused_password_breaks_the_credentials() {
    let uis = Uis::start_for(credentials(), |_, _| error(-32001, "auth_error")).await;
    let failure = uis.api.account().await.unwrap_err();
    assert_eq!((failure.class, failure.code.as_str()), (Class::AuthBroken, "UIS-TOKEN"));
    assert_eq!(uis.methods(), ["login.user"]);
}

#[tokio::test]
async fn a_permanent_token_that_is_refused_is_not_tried_again() {
    let uis = Uis::start(|_, _| error(-32001, "access_token_expired")).await;
    assert_eq!(uis.api.account().await.unwrap_err().class, Class::AuthBroken);
    assert_eq!(uis.methods(), ["get.account"]);
}
