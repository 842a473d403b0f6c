//! Whatever comes, an answer is given.

use proptest::prelude::*;
use uis::notifications::{Received, Unreadable, read};

use super::moscow;

/// Pieces of which broken bodies are made.
fn shards() -> impl Strategy<Value = String> {
    let shard = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("\"".to_owned()),
        Just(",".to_owned()),
        Just(":".to_owned()),
        Just("{{x}}".to_owned()),
        Just("\\u12".to_owned()),
        Just("\n".to_owned()),
        Just("\"event\":\"call_lost\"".to_owned()),
        Just("\"call_session_id\":".to_owned()),
        "[0-9a-zа-я ]{0,5}",
    ];
    prop::collection::vec(shard, 0..40).prop_map(|shards| shards.concat())
}

/// A text as people and companies are named.
fn name() -> impl Strategy<Value = String> {
    "[А-Яа-яA-Za-z0-9 .«»+-]{1,20}[а-я]"
}

/// What comes of it: a key to know it by, or a reason for the administrator.
fn told(received: Result<Received, Unreadable>) -> String {
    received.map_or_else(|refusal| refusal.russian(), |received| received.dedup_key())
}

proptest! {
    #[test]
    fn arbitrary_bytes_end_in_a_key_or_a_reason(
        body in prop::collection::vec(any::<u8>(), 0..300),
        name in ".{0,20}",
        value in ".{0,20}",
    ) {
        let received = read(&[(name, value)], Some("application/json"), &body, &moscow());
        prop_assert!(!told(received).is_empty());
    }

    #[test]
    fn broken_json_ends_in_a_key_or_a_reason(body in shards()) {
        let body = format!("{{{body}");
        prop_assert!(!told(read(&[], None, body.as_bytes(), &moscow())).is_empty());
    }

    #[test]
    fn strict_json_and_its_broken_form_read_alike(
        name in name(), session in 1i64.., scenario in name(),
    ) {
        let strict = format!(
            r#"{{"event":"call_lost","call_session_id":{session},"a":"{name}","b":"{scenario}"}}"#
        );
        let broken = format!(
            r#"{{"event":call_lost,"call_session_id":"{session}","a":{name},,"b":""{scenario}"",}}"#
        );
        let [strict, broken] = [strict, broken].map(|b| read(&[], None, b.as_bytes(), &moscow()));
        prop_assert!(strict.is_ok());
        prop_assert_eq!(strict, broken);
    }
}
