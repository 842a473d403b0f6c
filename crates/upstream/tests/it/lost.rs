//! No answer came: was the request sent, and may it be sent again?

use std::time::Duration;

use axum::Router;
use axum::routing::any;
use domain::{Class, Failure};
use upstream::{Effect, Request, TransportError};
use url::Url;

use crate::world::{SOON, nobody, open_port, rude_server, server, silent_server};

async fn ask(url: Url, effect: Effect, deadline: Duration) -> TransportError {
    let request = Request::post(url, effect).deadline(deadline).body_cap(1000);
    open_port().send(request).await.unwrap_err()
}

/// The code and the classes for a read and for a write.
async fn outcomes(url: Url, deadline: Duration) -> (String, Class, Class) {
    let read = Failure::from(ask(url.clone(), Effect::Read, deadline).await);
    let write = Failure::from(ask(url, Effect::Write, deadline).await);
    assert_eq!(read.code, write.code);
    (read.code.to_string(), read.class, write.class)
}

const LONG: Duration = Duration::from_secs(20);

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    let found = outcomes(nobody().await, LONG).await;
    assert_eq!(found, ("NET-CONNECT".to_owned(), Class::Retry, Class::Retry));
}

#[tokio::test]
async fn a_name_that_does_not_exist_was_sent_nothing() {
    let found = outcomes("http://no-such-host.invalid/".parse().unwrap(), LONG).await;
    assert_eq!(found, ("NET-CONNECT".to_owned(), Class::Retry, Class::Retry));
}

#[tokio::test]
async fn where_tls_does_not_come_about_nothing_was_sent() {
    let mut url = rude_server(b"220 this is no TLS\r\n").await;
    url.set_scheme("https").unwrap();
    let found = outcomes(url, LONG).await;
    assert_eq!(found, ("NET-CONNECT".to_owned(), Class::Retry, Class::Retry));
}

#[tokio::test]
async fn a_write_that_got_no_answer_in_time_has_an_unknown_outcome() {
    let found = outcomes(silent_server().await, SOON).await;
    assert_eq!(found, ("NET-TIMEOUT".to_owned(), Class::Retry, Class::Unknown));
}

#[tokio::test]
async fn a_write_whose_connection_broke_has_an_unknown_outcome() {
    let found = outcomes(rude_server(b"").await, LONG).await;
    assert_eq!(found, ("NET-BROKEN".to_owned(), Class::Retry, Class::Unknown));
}

#[tokio::test]
async fn an_answer_cut_in_the_middle_is_no_answer() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"result\":";
    let found = outcomes(rude_server(cut).await, LONG).await;
    assert_eq!(found, ("NET-BROKEN".to_owned(), Class::Retry, Class::Unknown));
}

#[tokio::test]
async fn an_answer_over_the_cap_is_not_read_and_not_asked_for_again() {
    let url = server(Router::new().fallback(any(|| async { "x".repeat(1001) }))).await;
    let found = outcomes(url, LONG).await;
    assert_eq!(found, ("NET-TOO-LARGE".to_owned(), Class::Permanent, Class::Unknown));
}

#[tokio::test]
async fn an_answer_just_at_the_cap_is_read() {
    let url = server(Router::new().fallback(any(|| async { "x".repeat(1000) }))).await;
    let answer = open_port().send(Request::get(url).body_cap(1000)).await.unwrap();
    assert_eq!(answer.body.len(), 1000);
}

#[tokio::test]
async fn the_failure_names_the_server_but_not_the_rest_of_the_address() {
    let mut url = nobody().await;
    url.set_query(Some("access_token=s3cret"));
    let host = format!("127.0.0.1:{}", url.port().unwrap());
    let message = Failure::from(ask(url, Effect::Read, LONG).await).message;
    assert!(message.contains(&host), "{message}");
    assert!(!message.contains("s3cret"), "{message}");
}
