//! Leads under settings that are not saved yet.

use bridge::rehearse::{Made, Rehearsal, Row};
use domain::text::Lang;
use e2e::World;
use sandbox::uis::Lead;

const ALL: &str = "filter: { enabled: true, conditions: null }";

fn olga() -> Lead {
    Lead::of("Ольга").phone("79031234567").says("Нужен букет")
}

/// The lead's row, among whatever else was tried.
fn lead(rehearsal: &Rehearsal) -> &Row {
    rehearsal.rows.iter().find(|row| row.key.kind() == "lead").unwrap()
}

#[tokio::test]
async fn the_saved_settings_tell_what_became_of_a_lead() {
    let world = World::start().await;
    world.leave(&olga()).await;
    let same = world.rehearse(&[]).await;
    let before = &lead(&same).trial.before;
    let listed = world.journal().await.remove(0);
    assert_eq!((before.made, before.name.as_deref()), (Made::Task, Some(listed.title.as_str())));
    assert!(before.contact.is_some() && before.unknown.is_empty(), "{before:?}");
    assert_eq!((same.summary.seen, same.summary.changed, same.summary.left_out), (1, 0, 0));
}

#[tokio::test]
async fn a_filter_that_is_not_saved_shows_which_leads_it_would_keep_out_and_why() {
    let world = World::start().await;
    world.leave(&olga()).await;
    let no = r#"filter: { enabled: true, conditions: { param: site, op: exclude, values: ["romashka.ru"] } }"#;
    let rehearsal = world.rehearse(&[(ALL, no)]).await;
    let after = &lead(&rehearsal).trial.after;
    assert_eq!((after.made, rehearsal.summary.kept_out), (Made::Filtered, 1));
    let why = bridge::reason_text(&after.reason, Lang::Ru).unwrap();
    assert!(why.contains("romashka.ru"), "{why}");
}

#[tokio::test]
async fn a_section_that_would_be_switched_off_takes_its_tasks_away() {
    let world = World::start().await;
    world.leave(&olga()).await;
    let off = world.rehearse(&[("text:\n  enabled: true", "text:\n  enabled: false")]).await;
    assert_eq!(lead(&off).trial.after.made, Made::Filtered);
    assert_eq!((off.summary.tasks_gone, off.summary.kept_out), (1, 1));
}

#[tokio::test]
async fn other_responsibles_show_who_would_get_the_task() {
    let world = World::start().await;
    world.leave(&olga()).await;
    let theirs = [(
        "    leads: { default: \"user:1\", rules: [] }",
        "    leads: { default: \"user:3\", rules: [] }",
    )];
    let rehearsal = world.rehearse(&theirs).await;
    let user = |row: &Row, after: bool| {
        let side = if after { &row.trial.after } else { &row.trial.before };
        side.assignee.as_ref().unwrap().user.unwrap().to_string()
    };
    let row = lead(&rehearsal);
    assert_eq!((user(row, false), user(row, true)), ("user:1".to_owned(), "user:3".to_owned()));
    assert_eq!(rehearsal.summary.reassigned, 1);
}
