//! What single variables mean, however they are spelt.

use domain::ids::UisEmployeeId;
use domain::phone::Phone;

use super::{call, post};

fn with(members: &str) -> domain::calls::CallNotice {
    call(post(&format!(r#"{{"event":"call_finished","call_session_id":"1",{members}}}"#)))
}

#[test]
fn numbers_may_be_text() {
    let notice =
        with(r#""employee_id":"4501","talk_time_duration":"42","communication_number":"3""#);
    assert_eq!(notice.employee.unwrap().id, UisEmployeeId(4501));
    assert_eq!(notice.talk_seconds, Some(42));
    assert_eq!(notice.communication_number, Some(3));
}

#[test]
fn text_may_be_a_number() {
    let notice = with(r#""contact_phone_number":79031234567,"external_id":15"#);
    assert_eq!(notice.contact_phone, Phone::parse("79031234567"));
    assert_eq!(notice.external_id.as_deref(), Some("15"));
}

#[test]
fn nothing_has_many_spellings() {
    for nothing in
        ["null", r#""""#, r#""null""#, r#""None""#, r#""  ""#, r#""{{employee_id}}""#, "[]"]
    {
        let notice = with(&format!(r#""employee_id":{nothing},"tag_names":{nothing}"#));
        assert_eq!(notice.employee, None, "{nothing}");
        assert_eq!(notice.variables.len(), 1, "{nothing}: {:?}", notice.variables);
    }
}

#[test]
fn lists_come_as_lists_and_as_text() {
    for list in ["[7, 8]", r#"["7","8"]"#, r#""[7,8]""#, r#""7,8""#, r#""7, 8""#] {
        let notice = with(&format!(r#""employee_ids":{list},"leg_ids":{list}"#));
        assert_eq!(notice.employees, [UisEmployeeId(7), UisEmployeeId(8)], "{list}");
        assert_eq!(notice.legs, [7, 8], "{list}");
        assert_eq!(notice.variables.get("leg_ids").map(String::as_str), Some("7, 8"), "{list}");
    }
}

#[test]
fn one_leg_and_the_list_of_legs_are_told_once() {
    assert_eq!(with(r#""leg_id":7,"leg_ids":[8,7]"#).legs, [7, 8]);
}

#[test]
fn tag_names_read_as_a_list_of_names() {
    let notice = with(r#""tag_names":["Новый","Скидка 1,5%"]"#);
    assert_eq!(notice.variables.get("tag_names").map(String::as_str), Some("Новый, Скидка 1,5%"));
}

#[test]
fn durations_are_whole_seconds() {
    let cases = [("42", Some(42)), ("42.9", Some(42)), (r#""0:01:02""#, Some(62)), ("-1", None)];
    for (duration, seconds) in cases {
        let notice = with(&format!(r#""wait_time_duration":{duration}"#));
        assert_eq!(notice.wait_seconds, seconds, "{duration}");
    }
}

#[test]
fn times_are_read_in_the_connections_zone_unless_they_bring_their_own() {
    let cases = [
        (r#""notification_time":"2026-03-01 12:00:00""#, "2026-03-01T09:00:00Z"),
        (r#""notification_time":"2026-03-01 12:00:00.25""#, "2026-03-01T09:00:00.25Z"),
        (r#""notification_time":"2026-03-01T12:00:00""#, "2026-03-01T09:00:00Z"),
        (r#""notification_time":"2026-03-01T12:00:00+05:00""#, "2026-03-01T07:00:00Z"),
        (r#""notification_time":"2026-03-01T12:00:00Z""#, "2026-03-01T12:00:00Z"),
        (r#""notification_time":1772355600"#, "2026-03-01T09:00:00Z"),
        (r#""notification_timestamp":"1772355600""#, "2026-03-01T09:00:00Z"),
        (r#""notification_timestamp":1772355600.5"#, "2026-03-01T09:00:00Z"),
        (r#""notification_timestamp":1772355600500"#, "2026-03-01T09:00:00.5Z"),
    ];
    for (member, moment) in cases {
        assert_eq!(with(member).at, Some(moment.parse().unwrap()), "{member}");
    }
}

#[test]
fn a_time_nobody_can_read_is_no_reason_to_refuse() {
    let notice = with(r#""notification_time":"вчера""#);
    assert_eq!(notice.at, None);
    assert_eq!(notice.variables.get("notification_time").map(String::as_str), Some("вчера"));
}

#[test]
fn only_web_links_are_recordings() {
    let cases = [
        (r#""https://media.uiscom.ru/1/ab""#, Some("https://media.uiscom.ru/1/ab")),
        (
            r#"["https://media.uiscom.ru/1/ab","https://media.uiscom.ru/1/cd"]"#,
            Some("https://media.uiscom.ru/1/ab"),
        ),
        (r#""//media.uiscom.ru/1/ab""#, Some("https://media.uiscom.ru/1/ab")),
        (r#""javascript:alert(1)""#, None),
        (r#""нет""#, None),
    ];
    for (link, url) in cases {
        let notice = with(&format!(r#""file_link":{link}"#));
        assert_eq!(notice.record.as_ref().map(url::Url::as_str), url, "{link}");
    }
}

#[test]
fn members_of_a_nested_object_count_as_the_bodys_own() {
    let notice = with(r#""call":{"employee_id":5,"call_session_id":999}"#);
    assert_eq!(notice.employee.unwrap().id, UisEmployeeId(5));
    assert_eq!(notice.session.0, 1);
}
