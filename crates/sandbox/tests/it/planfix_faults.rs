//! Every fault, as a client meets it and as the ledger tells it.

use ambient::Clock;
use jiff::SignedDuration;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, Throttling, When};
use serde_json::json;

use crate::planfix::{Account, account};

fn struck(fault: Fault) -> Account {
    let account = account();
    account.planfix.faults().next(1, Door::Rest, fault);
    account
}

#[tokio::test]
async fn a_500_before_commit_changes_nothing() {
    let account = struck(Fault::ServerError { when: When::BeforeCommit });
    assert_eq!(account.post("task/", json!({"name": "Задача"})).await.refusal(), (500, 0));
    assert!(account.planfix.tasks().is_empty());
    assert_eq!(account.ledger(), "rest POST task \"Задача\" ~~ 500 before commit");
}

#[tokio::test]
async fn a_500_after_commit_hides_a_task_that_was_made() {
    let account = struck(Fault::ServerError { when: When::AfterCommit });
    assert_eq!(account.post("task/", json!({"name": "Задача"})).await.refusal(), (500, 0));
    assert_eq!(account.planfix.tasks().len(), 1);
    assert_eq!(account.ledger(), "rest POST task \"Задача\" => task 2001 ~~ 500 after commit");
}

#[tokio::test]
async fn a_fault_strikes_as_often_as_told_and_only_where_told() {
    let account = account();
    let fault = Fault::ServerError { when: When::BeforeCommit };
    let injection = Injection::new(Door::Rest, fault).path("contact/").method("POST").times(2);
    account.planfix.faults().inject(injection);
    let list = || account.post("contact/list", json!({}));
    assert_eq!(account.get("ping").await.status, 200);
    assert_eq!([list().await.status, list().await.status, list().await.status], [500, 500, 200]);
    assert!(account.planfix.faults().armed().is_empty());
}

#[tokio::test]
async fn a_fault_of_the_telephony_can_be_aimed_at_one_command() {
    let account = account();
    let fault = Fault::ServerError { when: When::BeforeCommit };
    account.planfix.faults().inject(Injection::new(Door::Telephony, fault).path("record"));
    assert_eq!(account.tel(&[("cmd", "ping")]).await.status, 200);
    assert_eq!(account.tel(&[("cmd", "record")]).await.status, 500);
}

#[tokio::test]
async fn throttling_has_three_shapes() {
    let throttle = |shape| Fault::Throttle { shape, seconds: 7 };
    let account = struck(throttle(Throttling::Forbidden));
    let answer = account.get("ping").await;
    assert_eq!((answer.refusal(), &answer.json()["timeToReset"]), ((403, 22), &json!(7)));

    let account = struck(throttle(Throttling::TooManyRequests));
    let answer = account.get("ping").await;
    assert_eq!((answer.status, answer.header("retry-after")), (429, "7"));

    let account = struck(throttle(Throttling::QuietFailure));
    assert_eq!(account.get("ping").await.refusal(), (200, 22));
}

#[tokio::test]
async fn one_request_a_second_is_held_by_the_sandboxs_clock() {
    let account = account();
    account.planfix.configure(|settings| settings.one_per_second = true);
    assert_eq!(account.get("ping").await.status, 200);
    assert_eq!(account.get("ping").await.refusal(), (403, 22));
    account.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(account.get("ping").await.status, 200);
}

#[tokio::test]
async fn the_daily_limit_ends_and_comes_back_the_next_day() {
    let account = account();
    account.planfix.configure(|settings| settings.daily_limit = 1);
    assert_eq!(account.get("ping").await.header("x-ratelimit-remaining"), "0");
    assert_eq!(account.get("ping").await.refusal(), (403, 22));
    account.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(account.get("ping").await.status, 200);
}

#[tokio::test]
async fn a_revoked_token_is_answered_as_an_unknown_one_at_both_doors() {
    let account = struck(Fault::RevokedToken);
    account.planfix.faults().always(Door::Telephony, Fault::RevokedToken);
    assert_eq!(account.get("ping").await.refusal(), (401, 1));
    let telephony = account.tel(&[("cmd", "ping")]).await;
    assert_eq!((telephony.status, telephony.json()), (401, json!({"error": "Invalid token"})));
}

#[tokio::test]
async fn a_page_comes_instead_of_json() {
    let account = struck(Fault::HtmlPage);
    let answer = account.get("ping").await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/html;charset=UTF-8"));
    assert!(answer.text.starts_with("<!DOCTYPE html>"));
}

#[tokio::test]
async fn an_empty_reply_hides_a_task_that_was_made() {
    let account = struck(Fault::EmptyReply);
    let answer = account.post("task/", json!({"name": "Задача"})).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    assert_eq!(account.planfix.tasks().len(), 1);
}

#[tokio::test]
async fn an_account_on_its_own_domain_redirects() {
    let to = "https://crm.romashka.ru/rest".to_owned();
    let account = struck(Fault::Redirect { status: 301, to });
    let answer = account.get("contact/12").await;
    let location = answer.header("location");
    assert_eq!((answer.status, location), (301, "https://crm.romashka.ru/rest/contact/12"));
}

#[tokio::test]
async fn a_queued_update_is_made_later_and_reads_are_stale_till_then() {
    let account = account();
    let id = account.person("Иван", "79031234567").await;
    account.planfix.faults().next(1, Door::Rest, Fault::Queued { seconds: 2 });
    assert_eq!(account.get(&format!("contact/{id}")).await.status, 200, "only updates are queued");
    assert_eq!(account.post(&format!("contact/{id}"), json!({"name": "Пётр"})).await.status, 202);
    assert_eq!(account.planfix.contact(id).unwrap().name, "Иван");
    account.clock.advance(SignedDuration::from_secs(2));
    assert_eq!(account.planfix.contact(id).unwrap().name, "Пётр");
    let lines = account.planfix.ledger().containing("Пётр").to_string();
    assert_eq!(
        lines,
        "rest POST contact/501 \"Пётр\" ~~ queued, 202\n\
         rest (queued) POST contact/501 \"Пётр\" => contact 501 changed"
    );
}

#[tokio::test]
async fn a_late_answer_is_late_by_the_sandboxs_clock() {
    let account = struck(Fault::Delay { millis: 6_000 });
    let start = account.clock.now();
    assert_eq!(account.get("ping").await.status, 200);
    assert_eq!(account.clock.now().duration_since(start), SignedDuration::from_secs(6));
}

#[tokio::test]
async fn a_hanging_request_is_answered_when_it_is_released() {
    for (when, made_while_hanging) in [(When::BeforeCommit, 0), (When::AfterCommit, 1)] {
        let account = struck(Fault::Hang { when });
        let request = account.post("task/", json!({"name": "Задача"}));
        let release = async {
            account.sandbox.changes().after(0).await;
            assert_eq!(account.planfix.tasks().len(), made_while_hanging);
            account.planfix.faults().release();
        };
        let (answer, ()) = tokio::join!(request, release);
        assert_eq!(answer.status, 201);
        assert_eq!(account.planfix.tasks().len(), 1);
    }
}

/// Real sockets: only there a connection can break.
#[tokio::test]
async fn a_cut_connection_gives_the_client_no_answer_at_all() {
    for (when, made) in [(When::BeforeCommit, 0), (When::AfterCommit, 1)] {
        let account = struck(Fault::Cut { when });
        let answer = raw_post(&account, "task/", r#"{"name":"Задача"}"#).await;
        assert_eq!(answer, "", "{when:?}");
        assert_eq!(account.planfix.tasks().len(), made);
        assert!(raw_post(&account, "ping", "").await.starts_with("HTTP/1.1 404"));
    }
}

/// Sends a request by hand and gives every byte that came before the connection ended.
async fn raw_post(account: &Account, path: &str, body: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = account.sandbox.router();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = format!(
        "POST /planfix/rest/{path} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\
         Authorization: Bearer sandbox-rest-token\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    server.abort();
    answer
}
