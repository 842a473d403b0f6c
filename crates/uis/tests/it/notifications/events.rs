//! Which notification it is.

use domain::calls::NoticeKind;
use uis::notifications::{Event, Received, read};

use super::{call, moscow, post};

#[test]
fn every_event_of_the_body_is_known() {
    for event in Event::ALL {
        let body = format!(r#"{{"event":"{}","call_session_id":1}}"#, event.key());
        assert_eq!(post(&body).unwrap().event(), event);
    }
}

#[test]
fn the_event_may_stand_in_the_address() {
    let query = [("event".to_owned(), "talk_started".to_owned())];
    let received = read(&query, None, br#"{"call_session_id":1}"#, &moscow());
    assert_eq!(call(received).kind, NoticeKind::TalkStarted);
}

#[test]
fn the_bodys_event_wins_over_the_address() {
    let query = [("event".to_owned(), "talk_started".to_owned())];
    let received = read(&query, None, br#"{"event":"call_lost","call_session_id":1}"#, &moscow());
    assert_eq!(call(received).kind, NoticeKind::CallLost);
}

#[test]
fn the_event_is_recognised_by_the_name_uis_gives_the_notification() {
    let names = [
        ("Входящий звонок", NoticeKind::CallIncoming),
        ("Входящий звонок на виртуальный номер", NoticeKind::CallIncoming),
        ("исходящий  звонок", NoticeKind::CallOutgoing),
        ("CRM: Ожидание ответа", NoticeKind::CallWaiting),
        ("Ожидание ответа (исходящий звонок)", NoticeKind::CallWaiting),
        ("НАЧАЛО РАЗГОВОРА", NoticeKind::TalkStarted),
        ("Планфикс - Окончание разговора - все", NoticeKind::TalkFinished),
        ("Завершение звонка", NoticeKind::CallFinished),
        ("Потерянный звонок, входящий звонок", NoticeKind::CallLost),
        ("Записанный разговор", NoticeKind::RecordReady),
        ("Inbound call on a virtual phone number", NoticeKind::CallIncoming),
        ("Outbound call", NoticeKind::CallOutgoing),
        ("Waiting for the answer", NoticeKind::CallWaiting),
        ("Talk started", NoticeKind::TalkStarted),
        ("Talk finished", NoticeKind::TalkFinished),
        ("Call finished", NoticeKind::CallFinished),
        ("my lost call hook", NoticeKind::CallLost),
        ("Call recording completed", NoticeKind::RecordReady),
    ];
    for (name, kind) in names {
        let body = format!(r#"{{"notification_name":"{name}","call_session_id":1}}"#);
        assert_eq!(call(post(&body)).kind, kind, "{name}");
    }
}

#[test]
fn a_lead_keeps_its_columns() {
    let received = post(r#"{"event":"lead","visitor_name":"Анна","visitor_email":null,"id":7}"#);
    let Ok(Received::Lead(columns)) = received else { panic!("expected a lead: {received:?}") };
    let columns: Vec<_> = columns.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(columns, [("id", "7"), ("visitor_name", "Анна")]);
}

#[test]
fn the_direction_is_clear_from_the_kind_where_it_is() {
    use domain::calls::Direction::{In, Out};
    let cases = [
        ("call_incoming", "null", Some(In)),
        ("call_outgoing", "null", Some(Out)),
        ("call_lost", "null", Some(In)),
        ("call_lost", r#""out""#, Some(Out)),
        ("talk_started", "null", None),
        ("talk_started", r#""Исходящий""#, Some(Out)),
        ("call_finished", r#""in""#, Some(In)),
    ];
    for (event, said, direction) in cases {
        let body = format!(r#"{{"event":"{event}","call_session_id":1,"direction":{said}}}"#);
        assert_eq!(call(post(&body)).direction, direction, "{event} {said}");
    }
}
