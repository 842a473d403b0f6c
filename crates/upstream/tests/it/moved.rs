//! Accounts with their own domain: the same request again, but only to the same owner.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::routing::any;
use secrecy::SecretString;
use upstream::{Effect, FollowError, Request};
use url::Url;

use crate::world::{open_port, server};

fn order(url: Url) -> Request {
    let token = SecretString::from("t0ken");
    Request::post(url, Effect::Write).bearer(&token).unwrap().json(&["body"]).unwrap()
}

#[tokio::test]
async fn every_kind_of_redirect_repeats_method_token_and_body() {
    async fn redirect(Path(status): Path<u16>) -> (StatusCode, [(&'static str, &'static str); 1]) {
        (StatusCode::from_u16(status).unwrap(), [("location", "/new")])
    }
    async fn arrived(method: Method, headers: HeaderMap, body: String) -> String {
        format!("{method} {} {body}", headers["authorization"].to_str().unwrap())
    }
    let routes = Router::new().route("/old/{status}", any(redirect)).route("/new", any(arrived));
    let base = server(routes).await;
    for status in [301, 302, 307, 308] {
        let url = base.join(&format!("old/{status}")).unwrap();
        let answer = open_port().send_following(order(url)).await.unwrap();
        assert_eq!(answer.text(), r#"POST Bearer t0ken ["body"]"#, "{status}");
    }
}

#[tokio::test]
async fn a_redirect_to_a_stranger_is_not_followed_and_the_new_address_is_named() {
    let reached = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&reached);
    let strangers = server(Router::new().fallback(any(async move || {
        count.fetch_add(1, Ordering::SeqCst);
    })));
    let mut stranger = strangers.await.join("rest/").unwrap();
    stranger.set_host(Some("localhost")).unwrap();
    let location = stranger.to_string();
    let base = server(
        Router::new().fallback(any(async move || (StatusCode::FOUND, [("location", location)]))),
    )
    .await;

    let error = open_port().send_following(order(base)).await.unwrap_err();
    assert_eq!(error, FollowError::Moved { to: stranger });
    assert_eq!(reached.load(Ordering::SeqCst), 0, "the token went to a stranger");
}

#[tokio::test]
async fn circles_end_after_three_hops() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let circle = any(async move || {
        count.fetch_add(1, Ordering::SeqCst);
        (StatusCode::TEMPORARY_REDIRECT, [("location", "/again")])
    });
    let base = server(Router::new().fallback(circle)).await;
    let error = open_port().send_following(order(base)).await.unwrap_err();
    assert!(matches!(error, FollowError::TooManyHops { .. }), "{error:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 4);
}

#[tokio::test]
async fn a_redirect_without_an_address_is_an_answer_like_any_other() {
    let base = server(Router::new().fallback(any(async || StatusCode::FOUND))).await;
    let answer = open_port().send_following(order(base)).await.unwrap();
    assert_eq!(answer.status, StatusCode::FOUND);
}
