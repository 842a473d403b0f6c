//! What nobody asked for at the time is told as not known, and not made up.

use bridge::rehearse::{Made, Unknown};
use domain::text::Lang;
use e2e::World;

const REPEAT_NOTHING: (&str, &str) = (
    "repeat: { create: task, assign: contact_owner }",
    "repeat: { create: nothing, assign: contact_owner }",
);

/// A call of a known client, of which nothing was made, so that nobody asked who owns the contact.
async fn world_that_made_nothing() -> World {
    let world = World::with(&[REPEAT_NOTHING]).await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    world
}

#[tokio::test]
async fn an_owner_nobody_asked_for_is_not_known() {
    let world = world_that_made_nothing().await;
    let rehearsal = world.rehearse(&[]).await;
    let after = &rehearsal.rows[0].trial.after;
    assert_eq!(after.made, Made::Task);
    assert_eq!(after.assignee.as_ref().unwrap().user, None);
    assert!(after.unknown.contains(&Unknown::ContactOwner));
    assert_eq!(Unknown::ContactOwner.text(Lang::Ru), "владелец контакта неизвестен");
    assert_eq!((rehearsal.summary.tasks_new, rehearsal.summary.uncertain), (1, 1));
}

#[tokio::test]
async fn an_owner_whose_short_number_planfix_told_is_known_by_his_pair() {
    let world = world_that_made_nothing().await;
    let pair = r#"employees: { enabled: true, pairs: [{ planfix_user: "user:3", short_number: "103", uis_employee: 4503 }] }"#;
    let rehearsal = world.rehearse(&[("employees: { enabled: true, pairs: [] }", pair)]).await;
    let after = &rehearsal.rows[0].trial.after;
    assert_eq!(after.assignee.as_ref().unwrap().user.unwrap().to_string(), "user:3");
    assert!(!after.unknown.contains(&Unknown::ContactOwner), "{after:?}");
}

#[tokio::test]
async fn whether_there_was_an_open_task_is_known_only_when_somebody_looked() {
    let open = "repeat: { create: task_if_none_open, assign: contact_owner }";
    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    let change = ("repeat: { create: task, assign: contact_owner }", open);
    let rehearsal = world.rehearse(&[change]).await;
    let after = &rehearsal.rows[0].trial.after;
    assert_eq!((after.made, after.unknown.contains(&Unknown::OpenTask)), (Made::Task, true));
}

#[tokio::test]
async fn a_call_that_was_kept_out_early_is_tried_without_the_report() {
    let filter = r#"incoming: { param: virtual_number, op: exclude, values: ["74950236854"] }, outgoing: null }"#;
    let world = World::with(&[("incoming: null, outgoing: null }", filter)]).await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    let rehearsal = world.rehearse(&[]).await;
    let trial = &rehearsal.rows[0].trial;
    assert_eq!((trial.before.made, trial.after.made), (Made::Filtered, Made::Task));
    assert!(trial.after.unknown.contains(&Unknown::Report), "{:?}", trial.after.unknown);
    assert_eq!((rehearsal.summary.let_in, rehearsal.summary.tasks_new), (1, 1));
}

#[tokio::test]
async fn a_call_that_goes_on_is_left_out() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(600);
    let mut steps = world.uis().steps(&call);
    steps.retain(|step| step.after < 60);
    world.perform(steps).await;
    let rehearsal = world.rehearse(&[]).await;
    assert_eq!((rehearsal.summary.seen, rehearsal.summary.left_out), (0, 1));
}

#[tokio::test]
async fn a_call_stored_before_answers_were_kept_is_still_read() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    world.forget_in_lane("answers").await;
    let rehearsal = world.rehearse(&[]).await;
    let trial = &rehearsal.rows[0].trial;
    assert_eq!((trial.before.made, rehearsal.summary.changed), (Made::Task, 0));
    let by = trial.before.assignee.as_ref().unwrap();
    assert_eq!(by.user.unwrap().to_string(), "user:1", "it is remembered who is who");
}
