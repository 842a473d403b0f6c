//! Each refusal has its class and its code.

use domain::failure::Class;
use jiff::SignedDuration;
use serde_json::json;

use super::world::{Chats, a_message, status};
use crate::server::assert_failure;

#[tokio::test]
async fn the_status_decides() {
    let minute = Class::Throttled { wait: SignedDuration::from_secs(60) };
    for (code, class, name) in [
        (400, Class::Permanent, "UIS-CHAT-REFUSED"),
        (403, Class::Permanent, "UIS-CHAT-FORBIDDEN"),
        (404, Class::Permanent, "UIS-CHAT-GONE"),
        (409, Class::Permanent, "UIS-CHAT-STATE"),
        (413, Class::Permanent, "UIS-CHAT-TOO-LARGE"),
        (422, Class::Permanent, "UIS-CHAT-REFUSED"),
        (429, minute, "UIS-CHAT-LIMIT"),
        (500, Class::Unknown, "UIS-CHAT-SERVER"),
        (502, Class::Unknown, "UIS-CHAT-SERVER"),
        (504, Class::Unknown, "UIS-CHAT-SERVER"),
    ] {
        let chats = Chats::start(move |_| status(code, &json!({ "detail": "why" }))).await;
        let failure = chats.api.send_message(&a_message()).await.unwrap_err();
        assert_failure(&failure, &class, name, "why");
    }
}

#[tokio::test]
async fn a_validation_error_names_the_field_and_not_what_stood_there() {
    let error = json!({
        "detail": [{ "loc": ["body", "text"], "msg": "too long", "input": "visitor's secret" }],
    });
    let chats = Chats::start(move |_| status(422, &error)).await;
    let failure = chats.api.send_message(&a_message()).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CHAT-REFUSED", "body.text: too long");
    assert!(!failure.message.contains("secret"), "{}", failure.message);
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_leaves_a_message_unknown() {
    let bodies: [&[u8]; 3] = [b"", b"{}", b"<html>"];
    for body in bodies {
        let chats = Chats::start(move |_| (200, "text/html", body.to_vec())).await;
        let failure = chats.api.send_message(&a_message()).await.unwrap_err();
        assert_failure(&failure, &Class::Unknown, "UIS-CHAT-SERVER", "Chat API UIS");
    }
}
