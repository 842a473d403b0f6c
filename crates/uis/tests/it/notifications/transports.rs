//! GET, form and JSON say the same, and are known as the same.

use uis::notifications::read;

use super::{call, get, moscow, post};

const JSON: &str = r#"{"event":"talk_started","call_session_id":55,"leg_ids":[7,8],
    "employee_full_name":"Петров Пётр","contact_phone_number":"79031234567","external_id":null}"#;
const QUERY: &str = "event=talk_started&call_session_id=55&leg_ids=%5B7%2C8%5D\
    &employee_full_name=%D0%9F%D0%B5%D1%82%D1%80%D0%BE%D0%B2+%D0%9F%D1%91%D1%82%D1%80\
    &contact_phone_number=79031234567&external_id=null";

#[test]
fn json_form_and_query_read_to_the_same_notice() {
    let json = call(post(JSON));
    assert_eq!(call(get(QUERY)), json);
    for kind in [Some("application/x-www-form-urlencoded"), Some("application/json"), None] {
        assert_eq!(call(read(&[], kind, QUERY.as_bytes(), &moscow())), json);
    }
}

#[test]
fn json_is_found_wherever_it_was_put() {
    let json = call(post(JSON));
    let encoded: String = url::form_urlencoded::byte_serialize(JSON.as_bytes()).collect();
    let as_string = serde_json::to_string(JSON).unwrap();
    for body in [encoded.clone(), format!("data={encoded}"), as_string, format!("[{JSON}]")] {
        assert_eq!(call(post(&body)), json, "{body}");
    }
    assert_eq!(call(post(&format!("\u{feff}  {JSON}\r\n"))), json);
    assert_eq!(call(get(&format!("body={encoded}"))), json);
}

#[test]
fn values_quoted_as_json_literals_in_an_address_lose_their_quotes() {
    let notice = call(get("event=call_lost&call_session_id=1&scenario_name=%22%D0%90%22&x=%22%22"));
    assert_eq!(notice.variables.get("scenario_name").map(String::as_str), Some("А"));
    assert_eq!(notice.variables.get("x"), None);
}

#[test]
fn body_and_address_are_joined_and_the_body_wins() {
    let query = [("call_session_id", "2"), ("scenario_name", "А"), ("x", "1")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let body = br#"{"event":"call_lost","call_session_id":1,"scenario_name":null}"#;
    let notice = call(read(&query, None, body, &moscow()));
    assert_eq!(notice.session.0, 1);
    assert_eq!(notice.variables.get("scenario_name").map(String::as_str), Some("А"));
    assert_eq!(notice.variables.get("x").map(String::as_str), Some("1"));
}

#[test]
fn the_dedup_key_is_the_same_for_any_way_and_any_order() {
    let key = post(JSON).unwrap().dedup_key();
    let reordered = r#"{"external_id":"","contact_phone_number":79031234567,"call_session_id":"55",
        "employee_full_name":"Петров Пётр","leg_ids":"7,8","event":"talk_started"}"#;
    assert_eq!(get(QUERY).unwrap().dedup_key(), key);
    assert_eq!(post(reordered).unwrap().dedup_key(), key);
    assert!(key.starts_with("uis:talk_started:55:"), "{key}");
}

#[test]
fn the_dedup_key_differs_when_anything_differs() {
    let mut keys: Vec<String> = [
        r#"{"event":"call_lost","call_session_id":1,"a":"x","b":"y"}"#,
        r#"{"event":"call_lost","call_session_id":2,"a":"x","b":"y"}"#,
        r#"{"event":"call_finished","call_session_id":1,"a":"x","b":"y"}"#,
        r#"{"event":"call_lost","call_session_id":1,"a":"xb","b":"y"}"#,
        r#"{"event":"call_lost","call_session_id":1,"ax":"b","b":"y"}"#,
        r#"{"event":"call_lost","call_session_id":1,"a":"x"}"#,
    ]
    .map(|body| post(body).unwrap().dedup_key())
    .into();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 6);
}
