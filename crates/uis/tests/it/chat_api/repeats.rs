//! A callback that comes again is known by its key.

use jiff::Timestamp;
use serde_json::{Value, json};
use uis::chat_api::callbacks::{dedup_key, read};

fn key(method: &str, path: &str, body: &Value, received: &str) -> String {
    let callback = read(method, path, body.to_string().as_bytes()).unwrap();
    dedup_key(&callback, received.parse::<Timestamp>().unwrap())
}

const NOW: &str = "2026-03-01T09:00:10Z";
const LATER: &str = "2026-03-01T11:00:00Z";

#[test]
fn what_happens_once_is_known_whenever_and_however_it_comes_again() {
    let message = json!({ "id": 77, "chat_id": 55, "text": "раз" });
    let spelt = json!({ "chat_id": "55", "id": "77", "text": "раз", "extra": 1 });
    let first = key("POST", "/message", &message, NOW);
    assert_eq!(first, key("POST", "/message", &spelt, LATER));
    assert_eq!(first, "uis:chat_message:55:77");

    let opened = key("POST", "/chat", &json!({ "chat_id": 55 }), NOW);
    let closed = key("POST", "/chat/close", &json!({ "chat_id": 55 }), NOW);
    assert_ne!(opened, closed);
    assert_eq!(opened, key("POST", "/chat", &json!({ "chat_id": 55, "visitor_id": 1 }), LATER));

    let status = |word: &str| {
        let body = json!({ "message_id": 77, "status": word });
        key("POST", "/message/status", &body, NOW)
    };
    assert_ne!(status("delivered"), status("read"));
}

#[test]
fn what_may_happen_again_is_a_resending_only_at_once() {
    let assigned = |operator: i64, received| {
        key("PATCH", "/chat", &json!({ "chat_id": 55, "operator_id": operator }), received)
    };
    assert_eq!(assigned(3, NOW), assigned(3, "2026-03-01T09:00:50Z"));
    assert_ne!(assigned(3, NOW), assigned(4, NOW));
    assert_ne!(assigned(3, NOW), assigned(3, LATER), "it went to another and came back");
}
