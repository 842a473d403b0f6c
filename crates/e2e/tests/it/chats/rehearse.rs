//! Chats under settings that are not saved yet.

use bridge::rehearse::{Made, Rehearsal, Row, Unknown};
use domain::text::Lang;
use e2e::World;
use sandbox::uis::chat::Story;

use super::{igor, section, with_chats, world};

const ALL: &str = "filter: { enabled: true, conditions: null }";

async fn rehearse(world: &World, changes: &[(&str, &str)]) -> Rehearsal {
    world.rehearse(&with_chats(&section(changes))).await
}

fn only(rehearsal: &Rehearsal) -> &Row {
    assert_eq!(rehearsal.rows.len(), 1, "{rehearsal:?}");
    &rehearsal.rows[0]
}

/// Igor has asked, and the chat has ended.
async fn talked() -> World {
    let world = world(&[]).await;
    world.chat(igor().writes("Есть пионы?").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    world
}

#[tokio::test]
async fn the_saved_settings_tell_what_became_of_a_chat() {
    let world = talked().await;
    let same = rehearse(&world, &[]).await;
    let before = &only(&same).trial.before;
    assert_eq!((before.made, before.name.as_deref()), (Made::Task, Some("Чат с Игорь Лебедев")));
    assert!(before.contact.is_some() && before.unknown.is_empty(), "{before:?}");
    assert_eq!((same.summary.changed, same.summary.left_out), (0, 0));
}

#[tokio::test]
async fn a_filter_a_template_and_a_repeat_that_are_not_saved_show_what_they_would_change() {
    let world = talked().await;
    let no = r#"filter: { enabled: true, conditions: { param: channel, op: exclude, values: ["comagic"] } }"#;
    let kept_out = rehearse(&world, &[(ALL, no)]).await;
    assert_eq!(only(&kept_out).trial.after.made, Made::Filtered);
    assert_eq!((kept_out.summary.kept_out, kept_out.summary.tasks_gone), (1, 1));
    let why = bridge::reason_text(&only(&kept_out).trial.after.reason, Lang::Ru).unwrap();
    assert!(why.contains("comagic"), "{why}");

    let contact_only = [("first: { create: contact_and_task,", "first: { create: contact,")];
    let gone = rehearse(&world, &contact_only).await;
    assert_eq!((gone.summary.tasks_gone, gone.summary.contacts), (1, 0), "{gone:?}");
}

#[tokio::test]
async fn a_tag_nobody_has_set_would_be_waited_for() {
    let world = talked().await;
    let by_tag = [("create_on: start", "create_on: tag"), ("tags: []", "tags: [\"Заказ\"]")];
    let awaited = rehearse(&world, &by_tag).await;
    let after = &only(&awaited).trial.after;
    assert_eq!((after.made, awaited.summary.tasks_gone), (Made::Nothing, 1));
    let why = bridge::reason_text(&after.reason, Lang::Ru).unwrap();
    assert!(why.contains("Заказ"), "{why}");
}

#[tokio::test]
async fn a_chat_without_contact_data_would_be_let_in_by_the_switch() {
    let world = world(&[]).await;
    let stranger = Story::of("stranger", "comagic").writes("Ау").after(5);
    world.chat(stranger.ends("closed_by_timeout")).await;
    world.pass(25 * 3600).await;
    world.settle().await;
    let switched = ("without_contact_data: false", "without_contact_data: true");
    let rehearsal = rehearse(&world, &[switched]).await;
    let trial = &only(&rehearsal).trial;
    assert_eq!((trial.before.made, trial.after.made), (Made::Filtered, Made::Task));
    assert!(trial.after.contact.is_some());
    assert!(!trial.after.unknown.contains(&Unknown::Report), "{:?}", trial.after.unknown);
}

#[tokio::test]
async fn a_chat_that_goes_on_is_left_out() {
    let world = world(&[]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    let rehearsal = rehearse(&world, &[]).await;
    assert_eq!((rehearsal.rows.len(), rehearsal.summary.left_out), (0, 1));
}
