//! What can't be read, and what the administrator is told.

use uis::notifications::{Received, Unreadable, read};

use super::{get, moscow, post};

#[test]
fn an_empty_request_says_how_to_set_the_notification_up() {
    let refusal = post("").unwrap_err();
    assert_eq!(refusal, Unreadable::Empty);
    assert!(refusal.russian().contains("метод POST"));
}

#[test]
fn a_body_without_an_event_names_the_events() {
    let refusal = post(r#"{"call_session_id":1}"#).unwrap_err();
    assert_eq!(refusal, Unreadable::NoEvent);
    for text in [refusal.russian(), refusal.to_string()] {
        assert!(text.contains("call_incoming, call_outgoing"), "{text}");
    }
}

#[test]
fn an_unknown_event_is_quoted() {
    let refusal = get("event=ring&call_session_id=1").unwrap_err();
    assert_eq!(refusal, Unreadable::UnknownEvent { event: "ring".to_owned() });
    assert!(refusal.russian().contains("«ring»"));
}

#[test]
fn without_a_call_session_the_line_to_add_is_shown() {
    let refusal = post(r#"{"event":"call_lost","call_session_id":null}"#).unwrap_err();
    assert_eq!(refusal, Unreadable::NoCallSession);
    for text in [refusal.russian(), refusal.to_string()] {
        assert!(text.contains(r#""call_session_id":{{call_session_id}}"#), "{text}");
    }
}

#[test]
fn a_call_session_that_is_no_number_is_quoted() {
    for (written, text) in [(r#""abc""#, "abc"), ("0", "0"), ("-5", "-5"), ("1.5", "1.5")] {
        let body = format!(r#"{{"event":"call_lost","call_session_id":{written}}}"#);
        assert_eq!(post(&body), Err(Unreadable::BadCallSession { text: text.to_owned() }));
    }
}

#[test]
fn a_variable_left_standing_is_told_apart_from_a_missing_one() {
    for body in [
        r#"{"event":"record_ready","call_session_id":{{call_session_id}}}"#,
        r#"{"event":"record_ready","call_session_id":"{{call_session_id}}"}"#,
    ] {
        let refusal = post(body).unwrap_err();
        assert!(matches!(refusal, Unreadable::NotFilledIn { .. }), "{refusal:?}");
        assert!(refusal.russian().contains("{{call_session_id}}"));
        assert!(refusal.russian().contains("«Записанный разговор»"));
    }
}

#[test]
fn what_is_neither_json_nor_a_form_is_refused() {
    for body in ["hello", "<xml a=\"1\"/>", "[1,2]", "[]", "\"text\"", "{", "{nonsense}"] {
        assert!(matches!(post(body), Err(Unreadable::NotParseable { .. })), "{body}");
    }
}

#[test]
fn a_multipart_form_is_named_as_such() {
    let kind = "multipart/form-data; boundary=x";
    let received: Result<Received, _> = read(&[], Some(kind), b"--x\r\na=1", &moscow());
    assert!(received.unwrap_err().to_string().contains(kind));
}
