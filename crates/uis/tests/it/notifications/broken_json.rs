//! Bodies that the substitution of variables, or the customer, broke.

use super::{call, post};

/// The variables of a body, in their order, as `name=text`.
fn read(body: &str) -> Vec<String> {
    let notice = call(post(body));
    notice.variables.iter().map(|(name, text)| format!("{name}={text}")).collect()
}

#[test]
fn a_value_without_quotes_is_its_text() {
    let body = r#"{"event":"call_lost","call_session_id":1,"contact_phone_number":+79031234567,
        "contact_full_name":Иванов, Иван,"scenario_name": Отдел продаж}"#;
    assert_eq!(
        read(body),
        [
            "call_session_id=1",
            "contact_full_name=Иванов, Иван",
            "contact_phone_number=+79031234567",
            "scenario_name=Отдел продаж"
        ]
    );
}

#[test]
fn even_the_event_may_lack_its_quotes() {
    assert_eq!(read(r#"{"event":call_lost,"call_session_id":1}"#), ["call_session_id=1"]);
}

#[test]
fn an_empty_place_is_nothing() {
    let body = r#"{"event":"call_lost","employee_ids": ,"call_session_id":1,"scenario_name":}"#;
    assert_eq!(read(body), ["call_session_id=1"]);
}

#[test]
fn superfluous_and_forgotten_commas_are_forgiven() {
    let body =
        "{\"event\":\"call_lost\",,\"call_session_id\":1\n\"scenario_name\":\"А\"\n\"x\":2,}";
    assert_eq!(read(body), ["call_session_id=1", "scenario_name=А", "x=2"]);
}

#[test]
fn raw_line_breaks_inside_a_text_belong_to_it() {
    let body = "{\"event\":\"call_lost\",\"call_session_id\":1,\"comment\":\"раз\nдва\tтри\"}";
    assert_eq!(read(body), ["call_session_id=1", "comment=раз\nдва\tтри"]);
}

#[test]
fn quotes_inside_a_text_belong_to_it() {
    let body =
        r#"{"event":"call_lost","contact_full_name":"ООО "Ромашка", склад","call_session_id":1}"#;
    assert_eq!(read(body), ["call_session_id=1", r#"contact_full_name=ООО "Ромашка", склад"#]);
}

#[test]
fn a_variable_put_between_quotes_loses_its_own() {
    let body = r#"{"event":"call_lost","call_session_id":"1","contact_phone_number":""79031234567"",
        "tag_names":"["Новый","VIP"]","employee_ids":"[7,8]","empty":"","x":"null"}"#;
    assert_eq!(
        read(body),
        [
            "call_session_id=1",
            "contact_phone_number=79031234567",
            "employee_ids=7, 8",
            "tag_names=Новый, VIP"
        ]
    );
}

#[test]
fn escapes_still_mean_what_they_mean() {
    let body = r#"{"event":"call_lost","call_session_id":1,"a":"\u041f\n\"к\" \\ \ud83d\ude00 \ud83d \q",}"#;
    assert_eq!(read(body), ["a=П\n\"к\" \\ 😀 \u{fffd} q", "call_session_id=1"]);
}

#[test]
fn lists_are_repaired_too() {
    let body = r#"{"event":"call_lost","call_session_id":1,"employee_ids":[7,,8,],"tag_names":[Новый, "VIP"]}"#;
    assert_eq!(read(body), ["call_session_id=1", "employee_ids=7, 8", "tag_names=Новый, VIP"]);
}

#[test]
fn a_variable_that_uis_did_not_know_is_nothing() {
    let body = r#"{"event":"call_lost","call_session_id":1,"city":{{visitor_city}},"x":{{ x }}}"#;
    assert_eq!(read(body), ["call_session_id=1"]);
}

#[test]
fn a_body_that_breaks_off_is_refused_as_its_last_value_may_be_cut() {
    for body in [
        r#"{"event":"call_lost","call_session_id":1"#,
        r#"{"event":"call_lost","call_session_id":1,"contact_phone_number":7903"#,
        r#"{"event":"call_lost","call_session_id":1,"contact_full_name":"Ив"#,
        r#"{"event":"call_lost","call_session_id":1,"employee_ids":[7"#,
    ] {
        assert!(
            matches!(post(body), Err(uis::notifications::Unreadable::NotParseable { .. })),
            "{body}"
        );
    }
}
