//! Commands whose answer is lost: they may have worked.

use std::sync::Arc;

use ambient::ManualClock;
use domain::failure::Class;
use domain::ids::CallSessionId;
use serde_json::{Value, json};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;
use uis::call_api::{CallApi, LiveCallsFilter};
use uis::data_api::Credentials;
use upstream::{Http, HttpOptions};

use super::start::a_call;
use crate::server::{Answer, Uis, assert_failure, data, error};

const MAY_RING: &str = "Звонок мог начаться";

/// A client of an address.
fn calls_at(listener: &TcpListener) -> CallApi {
    let url = format!("http://{}/v4.0", listener.local_addr().unwrap()).parse().unwrap();
    let clock = ManualClock::at("2026-03-01T09:00:00Z".parse().unwrap());
    let http = Http::new(HttpOptions { allow_private: true }).unwrap();
    CallApi::new(http, url, Credentials::Token("key".into()), Arc::new(clock))
}

#[tokio::test]
async fn a_start_that_is_cut_off_after_sending_is_unknown_and_says_so() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let calls = calls_at(&listener);
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
    });
    let failure = calls.start_employee_call(&a_call()).await.unwrap_err();
    assert_failure(&failure, &Class::Unknown, "NET-BROKEN", MAY_RING);
}

#[tokio::test]
async fn a_start_that_was_never_sent_did_not_happen() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let calls = calls_at(&listener);
    drop(listener);
    let failure = calls.start_employee_call(&a_call()).await.unwrap_err();
    assert_failure(&failure, &Class::Retry, "NET-CONNECT", "");
    assert!(!failure.message.contains(MAY_RING));
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_leaves_a_start_unknown() {
    let answers: [fn() -> Answer; 6] = [
        || error(-32603, "internal_error"),
        || Answer::Raw(502, "text/html", "<html>".to_owned()),
        || Answer::Raw(200, "text/html", String::new()),
        || data(json!({})),
        || data(Value::Null),
        || Answer::Rpc(json!({ "id": 1_000_000, "result": { "data": {} } })),
    ];
    for answer in answers {
        let uis = Uis::start(move |_, _| answer()).await;
        let failure = uis.calls.start_employee_call(&a_call()).await.unwrap_err();
        assert_failure(&failure, &Class::Unknown, "UIS-INTERNAL", MAY_RING);
    }
}

#[tokio::test]
async fn a_command_to_a_call_may_have_worked_too() {
    let uis = Uis::start(|_, _| error(-32603, "internal_error")).await;
    let failure = uis.calls.release_call(CallSessionId(1)).await.unwrap_err();
    assert_failure(&failure, &Class::Unknown, "UIS-INTERNAL", "Внутренняя ошибка UIS");
}

#[tokio::test]
async fn looking_at_the_calls_can_always_be_done_again() {
    let uis = Uis::start(|_, _| error(-32603, "internal_error")).await;
    let failure = uis.calls.list_calls(&LiveCallsFilter::default()).await.unwrap_err();
    assert_failure(&failure, &Class::Retry, "UIS-INTERNAL", "Внутренняя ошибка UIS");
}

#[tokio::test]
async fn a_sign_in_that_fails_leaves_nothing_unknown() {
    let credentials = Credentials::Login { login: "robot".to_owned(), password: "pass".into() };
    let uis = Uis::start_for(credentials, |_, _| error(-32603, "internal_error")).await;
    let failure = uis.calls.start_employee_call(&a_call()).await.unwrap_err();
    assert_failure(&failure, &Class::Retry, "UIS-INTERNAL", "Внутренняя ошибка UIS");
    assert_eq!(uis.methods(), ["login.user"]);
}
