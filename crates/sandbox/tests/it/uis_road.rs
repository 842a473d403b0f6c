//! How notifications travel, and what may happen to them.

use std::sync::Arc;

use ambient::ManualClock;
use axum::http::Method;
use jiff::Timestamp;
use sandbox::Sandbox;
use sandbox::uis::notify::{Carrier, Kind, Order, Outcome, Tricks};
use sandbox::uis::{ReportLag, Script};
use serde_json::json;

use crate::uis_company::{Company, answered_call, company};

#[tokio::test]
async fn a_form_and_a_query_carry_the_same_values() {
    let Company { uis, customer, .. } = company().await;
    uis.configure(|settings| {
        settings.templates.get_mut(&Kind::CallIncoming).unwrap().carrier = Carrier::Get;
        settings.templates.get_mut(&Kind::CallLost).unwrap().carrier = Carrier::PostForm;
        settings.templates.remove(&Kind::CallFinished);
    });

    uis.play(&Script::incoming("79031234567").hears_ivr_secs(5)).await;

    let got = customer.got.lock().unwrap();
    let (method, uri, ..) = &got[0];
    assert_eq!(method, Method::GET);
    assert!(uri.query().unwrap().starts_with("event=call_incoming&call_session_id=2384912001"));
    let (_, _, headers, body) = &got[1];
    assert_eq!(headers["content-type"], "application/x-www-form-urlencoded");
    assert!(body.contains("event=call_lost") && body.contains("employee_ids=%5B%5D"), "{body}");
    assert_eq!(got.len(), 2, "a notification that is switched off is not sent");
}

#[tokio::test]
async fn the_road_may_double_and_turn_everything_round() {
    let Company { uis, customer, .. } = company().await;
    uis.configure(|settings| {
        settings.tricks = Tricks { duplicate: true, order: Order::Reversed, ..Tricks::default() };
    });

    uis.play(&Script::incoming("79031234567").hears_ivr_secs(5)).await;

    let twice = ["call_finished", "call_lost", "call_incoming"].map(|event| [event, event]);
    assert_eq!(customer.events(), twice.concat());
}

#[tokio::test]
async fn a_seed_always_shuffles_the_same_way() {
    let order = |seed| async move {
        let Company { uis, customer, .. } = company().await;
        let order = Order::Shuffled(seed);
        uis.configure(|settings| settings.tricks = Tricks { order, ..Tricks::default() });
        uis.play(&answered_call()).await;
        customer.events()
    };

    assert_eq!(order(1).await, order(1).await);
    assert_ne!(order(1).await, order(2).await);
    assert_eq!(order(1).await.len(), 6);
}

#[tokio::test]
async fn held_notifications_wait_for_their_release() {
    let Company { uis, customer, .. } = company().await;
    uis.configure(|settings| {
        settings.tricks = Tricks { order: Order::Held, ..Tricks::default() };
    });

    uis.play(&answered_call()).await;
    assert!(customer.events().is_empty());

    uis.release_held().await;
    assert_eq!(customer.events().len(), 6);
}

#[tokio::test]
async fn the_road_may_spoil_fields_and_lose_notifications() {
    let Company { uis, customer, .. } = company().await;
    uis.configure(|settings| {
        settings.tricks = Tricks {
            lose: vec![Kind::CallLost],
            omit: vec!["contact_id".to_owned()],
            null: vec!["scenario_name".to_owned()],
            empty: vec!["contact_full_name".to_owned()],
            numbers_as_texts: true,
            ..Tricks::default()
        };
    });

    uis.play(&Script::incoming("79031234567").hears_ivr_secs(5)).await;

    assert_eq!(customer.events(), ["call_incoming", "call_finished"]);
    insta::assert_snapshot!(customer.bodies()[0], @r#"{"event":"call_incoming","call_session_id":"2384912001","contact_phone_number":"79031234567","virtual_phone_number":"74950236854","scenario_name":null,"communication_number":"1","contact_full_name":"","notification_time":"2026-03-02 12:00:00"}"#);
    assert!(uis.notifications().iter().any(|line| line.outcome == Outcome::Lost));
}

#[tokio::test]
async fn the_log_tells_what_became_of_each_notification() {
    let Company { uis, .. } = company().await;
    let call = Script::incoming("79031234567").hears_ivr_secs(5);
    uis.play(&call).await;
    uis.configure(|settings| settings.webhook = None);
    uis.play(&call).await;
    uis.set_webhook("http://127.0.0.1:1/".parse().unwrap());
    uis.play(&call).await;

    let log = uis.notifications();
    assert_eq!(log[0].outcome, Outcome::Answered { status: 200, body: String::new() });
    assert_eq!(log[3].outcome, Outcome::NowhereToSend);
    assert!(matches!(&log[6].outcome, Outcome::Failed { reason } if reason.contains("refused")));
}

#[tokio::test]
async fn a_person_who_calls_again_has_the_next_communication_number() {
    let Company { uis, customer, .. } = company().await;
    let call = Script::incoming("79031234567").hears_ivr_secs(5);

    uis.play(&call).await;
    uis.play(&call).await;

    let numbers: Vec<_> =
        customer.bodies().iter().map(|body| body["communication_number"].clone()).collect();
    assert_eq!(numbers, [json!(1), json!(null), json!(1), json!(2), json!(null), json!(2)]);
}

#[tokio::test]
async fn the_report_can_be_told_never_to_show_a_call() {
    let Company { uis, .. } = company().await;
    uis.configure(|settings| settings.report_lag = ReportLag::Never);

    uis.play(&answered_call()).await;

    let calls = uis.finished_calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].visible_from, None);
}

#[tokio::test]
async fn the_people_of_both_systems_are_the_same() {
    let sandbox = Sandbox::new(Arc::new(ManualClock::at(Timestamp::UNIX_EPOCH)));
    let users = sandbox.planfix().users();

    let twin = |email: &str| users.iter().find(|user| user.email == email);
    for employee in sandbox.uis().company().employees {
        let user = twin(&employee.email);
        assert_eq!(user.and_then(|user| user.short_number.clone()), employee.extension);
        assert_eq!(user.is_some(), employee.id != 4504, "only he is unknown to Planfix");
    }
}

#[tokio::test]
async fn a_reset_forgets_the_calls_and_keeps_the_address() {
    let clock = Arc::new(ManualClock::at(Timestamp::UNIX_EPOCH));
    let sandbox = Sandbox::new(clock);
    let uis = sandbox.uis();
    uis.set_webhook("http://127.0.0.1:1/".parse().unwrap());
    uis.configure(|settings| settings.tricks.duplicate = true);
    uis.play(&Script::incoming("79031234567").hears_ivr_secs(5)).await;

    sandbox.reset();

    assert!(uis.finished_calls().is_empty() && uis.notifications().is_empty());
    assert_eq!(uis.settings().tricks, Tricks::default());
    assert!(uis.settings().webhook.is_some());
}
