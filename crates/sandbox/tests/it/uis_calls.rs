//! What the simulated UIS does and sends in the course of a call.

use ambient::Clock;
use jiff::SignedDuration;
use sandbox::uis::{Script, Uis};
use serde_json::json;

use crate::uis_company::{Company, answered_call, company};

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
