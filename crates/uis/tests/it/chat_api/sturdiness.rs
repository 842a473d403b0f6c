//! Whatever comes, an answer is given.

use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Map, Value};
use uis::chat_api::callbacks::{dedup_key, read};

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // what a text keeps whole
        any::<i32>().prop_map(|eighths| Value::from(f64::from(eighths) / 8.0)),
        ".{0,12}".prop_map(Value::from),
        "[0-9]{1,25}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..6)
                .prop_map(|pairs| Value::Object(Map::from_iter(pairs))),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "context",
        "account_id",
        "channel_id",
        "chat_id",
        "visitor_id",
        "visitor_card",
        "phones",
        "emails",
        "operator_id",
        "id",
        "message_id",
        "text",
        "resource",
        "token",
        "size",
        "status",
        "created_at",
        "reason",
        "type",
        "app_id",
        "conversation_frame_ts",
        "message_templates",
    ])
    .prop_map(str::to_owned)
}

fn route() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        ("POST", "/chat"),
        ("PATCH", "/chat"),
        ("POST", "/chat/close"),
        ("POST", "/message"),
        ("PATCH", "/message/5"),
        ("POST", "/message/status"),
        ("POST", "/visitor/card"),
        ("POST", "/channel"),
        ("PATCH", "/account/99999999999999999999"),
        ("DELETE", "/channel/1"),
    ])
}

/// What comes of it: a key to know it by, or a reason for the administrator.
fn told(method: &str, path: &str, body: &[u8]) -> String {
    match read(method, path, body) {
        Ok(callback) => {
            callback.context.templates();
            callback.context.frame_until();
            dedup_key(&callback, Timestamp::UNIX_EPOCH)
        }
        Err(why) => why.russian(),
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_end_in_a_key_or_a_reason(
        method in "[A-Z]{0,7}",
        path in "[/a-z0-9%]{0,30}",
        body in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        prop_assert!(!told(&method, &path, &body).is_empty());
    }

    #[test]
    fn members_of_any_kind_end_in_a_key_or_a_reason(
        (method, path) in route(),
        pairs in prop::collection::vec((name(), anything()), 0..10),
    ) {
        let body = Value::Object(Map::from_iter(pairs)).to_string();
        prop_assert!(!told(method, path, body.as_bytes()).is_empty());
    }

    #[test]
    fn a_callback_that_was_kept_reads_back_as_it_was(
        (method, path) in route(),
        pairs in prop::collection::vec((name(), anything()), 0..10),
    ) {
        let body = Value::Object(Map::from_iter(pairs)).to_string();
        if let Ok(callback) = read(method, path, body.as_bytes()) {
            let kept = serde_json::to_string(&callback).unwrap();
            let back: domain::chats::ChatCallback = serde_json::from_str(&kept).unwrap();
            prop_assert_eq!(kept, serde_json::to_string(&back).unwrap());
        }
    }
}
