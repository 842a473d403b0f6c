//! What the simulated UIS sends in the course of a call.

use std::sync::{Arc, Mutex};

use ambient::{Clock, ManualClock};
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use jiff::{SignedDuration, Timestamp};
use sandbox::Sandbox;
use sandbox::uis::notify::{Carrier, Kind, Order, Outcome, Tricks};
use sandbox::uis::{ReportLag, Script, Uis};
use serde_json::{Value, json};

/// A request as it arrived.
type Request = (Method, Uri, HeaderMap, String);

/// A customer's server that writes down what it gets.
#[derive(Clone, Default)]
struct Customer {
    got: Arc<Mutex<Vec<Request>>>,
}

impl Customer {
    async fn listen(&self) -> url::Url {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let customer = self.clone();
        let take = move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| async move {
            let body = String::from_utf8(body.to_vec()).unwrap();
            customer.got.lock().unwrap().push((method, uri, headers, body));
            StatusCode::OK
        };
        let router = Router::new().fallback(take);
        tokio::spawn(async move { axum::serve(listener, router).await });
        format!("http://{address}/hook/secret").parse().unwrap()
    }

    fn bodies(&self) -> Vec<Value> {
        let got = self.got.lock().unwrap();
        got.iter().map(|(.., body)| serde_json::from_str(body).unwrap()).collect()
    }

    fn events(&self) -> Vec<String> {
        self.bodies().iter().map(|body| body["event"].as_str().unwrap().to_owned()).collect()
    }
}

struct Company {
    clock: Arc<ManualClock>,
    uis: Uis,
    customer: Customer,
}

async fn company() -> Company {
    let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse::<Timestamp>().unwrap()));
    let uis = Sandbox::new(clock.clone()).uis().clone();
    let customer = Customer::default();
    uis.set_webhook(customer.listen().await);
    Company { clock, uis, customer }
}

fn answered_call() -> Script {
    Script::incoming("79031234567").rings("101").answered_by("101").talks_secs(42).recorded()
}

/// `second event extension`, one a line.
fn timeline(uis: &Uis, script: &Script) -> String {
    let lines = uis.steps(script).into_iter().filter_map(|step| {
        let notification = step.notification()?;
        let employee = notification.variables.get("employee_id");
        let employee = employee.map(|id| format!(" {id}")).unwrap_or_default();
        Some(format!("{:>3} {}{employee}", step.after, notification.kind.event()))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn an_answered_call_is_told_from_ring_to_recording() {
    let Company { uis, customer, .. } = company().await;

    uis.play(&answered_call().to("74950236854")).await;

    insta::assert_json_snapshot!(customer.bodies());
}

#[tokio::test]
async fn playing_a_call_takes_its_time_by_the_clock() {
    let Company { clock, uis, .. } = company().await;
    let before = clock.now();

    uis.play(&answered_call()).await;

    assert_eq!(clock.now().duration_since(before), SignedDuration::from_secs(5 + 42 + 3));
}

#[tokio::test]
async fn phones_that_ring_in_vain_make_a_lost_call() {
    let Company { uis, .. } = company().await;
    let call = Script::incoming("79031234567").rings_all(["101", "102"]).for_secs(20);

    insta::assert_snapshot!(timeline(&uis, &call), @r"
      0 call_incoming
      0 call_waiting 4501
      0 call_waiting 4502
     20 call_lost
     20 call_finished 4502
    ");
}

#[tokio::test]
async fn phones_may_ring_one_after_the_other() {
    let Company { uis, .. } = company().await;
    let call = Script::incoming("79031234567").rings("101").rings("102");

    insta::assert_snapshot!(timeline(&uis, &call.answered_by("102").talks_secs(10)), @r"
      0 call_incoming
      0 call_waiting 4501
      5 call_waiting 4502
     10 talk_started 4502
     20 talk_finished 4502
     20 call_finished 4502
    ");
}

#[tokio::test]
async fn a_blind_transfer_ends_one_talk_before_the_next_phone_rings() {
    let Company { uis, .. } = company().await;
    let call = Script::incoming("79031234567").rings("101").answered_by("101").talks_secs(10);
    let call = call.transferred_to("102").answered_by("102").talks_secs(20);

    insta::assert_snapshot!(timeline(&uis, &call), @r"
      0 call_incoming
      0 call_waiting 4501
      5 talk_started 4501
     15 talk_finished 4501
     15 call_waiting 4502
     20 talk_started 4502
     40 talk_finished 4502
     40 call_finished 4502
    ");
}

#[tokio::test]
async fn an_attended_transfer_has_both_employees_talking_for_a_while() {
    let Company { uis, .. } = company().await;
    let call = Script::incoming("79031234567").rings("101").answered_by("101").talks_secs(10);

    insta::assert_snapshot!(timeline(&uis, &call.handed_over_to("103", 8).talks_secs(20)), @r"
      0 call_incoming
      0 call_waiting 4501
      5 talk_started 4501
     15 call_waiting 4503
     20 talk_started 4503
     28 talk_finished 4501
     48 talk_finished 4503
     48 call_finished 4503
    ");
}

#[tokio::test]
async fn the_live_state_shows_who_rings_and_who_talks() {
    let Company { uis, .. } = company().await;
    let call = Script::incoming("79031234567").rings_all(["101", "102"]).answered_by("102");
    let mut seen = Vec::new();

    for step in uis.steps(&call.talks_secs(5)) {
        uis.perform(step).await;
        let calls = uis.live_calls();
        seen.push(json!(calls.first().map(|call| &call.phones)).to_string());
    }

    seen.dedup();
    insta::assert_snapshot!(seen.join("\n"), @r#"
    {}
    {"4501":"ringing"}
    {"4501":"ringing","4502":"ringing"}
    {"4501":"ringing","4502":"talking"}
    {"4502":"talking"}
    {}
    null
    "#);
}

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
