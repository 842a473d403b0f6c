//! What comes back comes back whole, and secrets are never shown.

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::post;
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use upstream::header::HeaderMap as Headers;
use upstream::{Effect, Request, Response, StatusCode, shown};

use crate::world::{open_port, server};

#[tokio::test]
async fn a_request_carries_its_token_and_body_and_brings_status_headers_and_body() {
    async fn echo(
        headers: HeaderMap,
        body: String,
    ) -> (StatusCode, [(&'static str, &'static str); 1], String) {
        let token = headers["authorization"].to_str().unwrap();
        let kind = headers["content-type"].to_str().unwrap();
        (
            StatusCode::IM_A_TEAPOT,
            [("x-ratelimit-remaining", "77")],
            format!("{token}|{kind}|{body}"),
        )
    }
    let base = server(Router::new().route("/", post(echo))).await;

    let token = SecretString::from("t0ken");
    let request = Request::post(base, Effect::Write).bearer(&token).unwrap();
    let answer = open_port().send(request.json(&[1, 2]).unwrap()).await.unwrap();

    assert_eq!(answer.status, StatusCode::IM_A_TEAPOT);
    assert_eq!(answer.header("x-ratelimit-remaining"), Some("77"));
    assert_eq!(answer.text(), "Bearer t0ken|application/json|[1,2]");
}

#[test]
fn a_request_can_be_printed_without_giving_its_secrets_away() {
    let url =
        "https://user:pass@romashka.planfix.ru/rest/?access_token=s3cret#s3cret".parse().unwrap();
    let token = SecretString::from("s3cret");
    let request = Request::post(url, Effect::Read).bearer(&token).unwrap();
    let printed = format!("{:?}", request.form(&[("planfix_token", "s3cret")]).unwrap());

    assert!(printed.contains("https://romashka.planfix.ru/rest/"), "{printed}");
    assert!(printed.contains("authorization"), "{printed}");
    for secret in ["s3cret", "user", "pass"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

#[test]
fn an_address_is_shown_without_its_secret_parts() {
    let url = "https://u:p@host.ru:8443/a/b?key=1#f".parse().unwrap();
    assert_eq!(shown(&url), "https://host.ru:8443/a/b");
}

fn answer(headers: &[(&'static str, &str)], body: &str) -> Response {
    let mut map = Headers::new();
    for (name, value) in headers {
        map.insert(*name, value.parse().unwrap());
    }
    Response { status: StatusCode::OK, headers: map, body: body.as_bytes().to_vec() }
}

#[test]
fn retry_after_is_read_in_seconds_and_as_a_date() {
    let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
    let waits = |value| answer(&[("retry-after", value)], "").retry_after(now);
    assert_eq!(waits("17"), Some(SignedDuration::from_secs(17)));
    assert_eq!(waits("Tue, 24 Nov 2026 10:01:00 GMT"), Some(SignedDuration::from_mins(1)));
    assert_eq!(waits("Tue, 24 Nov 2026 09:00:00 GMT"), Some(SignedDuration::ZERO));
    assert_eq!(waits("soon"), None);
    assert_eq!(answer(&[], "").retry_after(now), None);
}

#[test]
fn an_html_page_is_told_from_json_by_what_it_holds() {
    assert!(answer(&[], "\n <!DOCTYPE html>").looks_like_html());
    assert!(answer(&[("content-type", "text/html")], "Bad gateway").looks_like_html());
    assert!(
        !answer(&[("content-type", "text/html")], " {\"result\":\"success\"}").looks_like_html()
    );
    assert!(!answer(&[("content-type", "text/html")], "").looks_like_html());
    assert!(!answer(&[("content-type", "application/json")], "[]").looks_like_html());
}
