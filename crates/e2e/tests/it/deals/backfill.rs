//! Tasks that were there before.

use bridge::deals::backfill::{Refused, Stage};
use domain::LaneKind;
use domain::text::Lang;
use e2e::World;
use engine::journal::JournalQuery;
use sandbox::planfix::{NewTask, TaskChange};
use serde_json::json;

use super::{AMOUNT, OBJECT, deals, rows, section, shop};

/// Tasks of which no scenario ever told.
fn old_tasks(world: &World, count: u64) -> Vec<u64> {
    world.planfix().configure(|settings| settings.scenarios.clear());
    let new =
        NewTask { name: "Старый заказ", object: Some(OBJECT), ..NewTask::default() };
    let tasks: Vec<u64> = (0..count).map(|_| world.planfix().add_task(&new)).collect();
    for task in &tasks {
        let fields = [(AMOUNT, json!(task))].into();
        let change = TaskChange { status: Some(5), fields, ..TaskChange::default() };
        world.planfix().change_task(*task, change);
    }
    tasks
}

#[tokio::test]
async fn existing_tasks_become_deals_page_by_page() {
    let world = shop().await;
    let tasks = old_tasks(&world, 230);
    world.planfix().add_task(&NewTask {
        name: "Не сделка",
        object: Some(13),
        ..NewTask::default()
    });
    world.pass(3600).await;
    let id = world.connection().await;
    let backfill = &world.bridge().backfill;
    backfill.start(id, 30).await.unwrap();
    world.settle().await;
    let run = backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.found, run.read, run.pages), (Stage::Done, 230, 230, 3));
    assert_eq!(deals(&world).len(), tasks.len());
    let last = tasks.last().unwrap();
    assert_eq!(deals(&world).last().unwrap()[2], json!(last));
    // they became so when they were last changed, not when they were loaded
    let at = world.uis().deals().history[0]["modified_stage_date_time"].clone();
    assert_eq!(at, "2026-03-02 12:00:00");
    let query = JournalQuery { kinds: Some(vec![LaneKind::Backfill]), ..JournalQuery::default() };
    let lines = world.bridge().engine.store().journal(query).await.unwrap().items;
    let said = bridge::reason_text(&lines[0].reason, Lang::Ru).unwrap();
    assert_eq!(said, "Загрузка закончена: прочитано задач 230 из 230");

    backfill.start(id, 30).await.unwrap();
    world.settle().await;
    assert_eq!(rows(&world, *last), 1, "a second load tells nothing new");
}

/// Planfix has so few requests left today that what nobody waits for may have none of them.
fn short_of_requests(world: &World, short: bool) {
    let limit = if short { 1_500 } else { 20_000 };
    world.planfix().configure(|settings| settings.daily_limit = limit);
}

#[tokio::test]
async fn a_load_is_as_fast_as_the_accounts_requests_allow() {
    let world = shop().await;
    old_tasks(&world, 230);
    let id = world.connection().await;
    let before = world.planfix().ledger().entries().len();
    world.bridge().backfill.start(id, 30).await.unwrap();
    world.settle().await;
    let run = world.bridge().backfill.state(id).await.unwrap().unwrap();
    let asked = i64::try_from(world.planfix().ledger().entries().len() - before).unwrap();
    let took = run.moved_at.duration_since(run.started_at).as_secs();
    assert_eq!(run.read, 230);
    assert!(asked < 260, "{asked} requests");
    assert!(took <= asked + 10, "one request a second: {took} seconds for {asked} requests");
}

#[tokio::test]
async fn a_load_waits_while_requests_are_short_and_a_call_does_not() {
    let world = shop().await;
    old_tasks(&world, 30);
    let id = world.connection().await;
    short_of_requests(&world, true);
    world.bridge().backfill.start(id, 30).await.unwrap();
    world.run().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    let made = world.planfix().tasks().into_iter().filter(|task| task.name != "Старый заказ");
    assert_eq!(made.count(), 1, "{}", world.told_all().await);
    let run = world.bridge().backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.found, run.read), (Stage::Running, 30, 0));

    short_of_requests(&world, false);
    world.pass(25 * 3600).await;
    let run = world.bridge().backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.read), (Stage::Done, 30), "{}", world.told_all().await);
}

#[tokio::test]
async fn a_load_can_be_paused_resumed_and_stopped_and_outlives_a_restart() {
    let mut world = shop().await;
    old_tasks(&world, 150);
    let id = world.connection().await;
    let backfill = world.bridge().backfill.clone();
    assert!(matches!(backfill.turn(id, Stage::Paused).await, Err(Refused::None)));
    assert!(matches!(backfill.start(id, 0).await, Err(Refused::Days)));
    short_of_requests(&world, true);
    backfill.start(id, 1).await.unwrap();
    assert!(matches!(backfill.start(id, 1).await, Err(Refused::Busy)));
    world.run().await;
    backfill.turn(id, Stage::Paused).await.unwrap();
    world.restart().await;
    short_of_requests(&world, false);
    world.pass(25 * 3600).await;
    let backfill = world.bridge().backfill.clone();
    let run = backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.found, run.read), (Stage::Paused, 100, 100));
    assert_eq!(deals(&world).len(), 100, "the page at hand is finished, no other is begun");

    backfill.turn(id, Stage::Running).await.unwrap();
    world.restart().await;
    world.settle().await;
    let backfill = world.bridge().backfill.clone();
    let run = backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.read), (Stage::Done, 150), "nobody had to start it again");
    assert_eq!(deals(&world).len(), 150);
    assert!(matches!(backfill.turn(id, Stage::Running).await, Err(Refused::None)));

    backfill.start(id, 1).await.unwrap();
    backfill.turn(id, Stage::Stopped).await.unwrap();
    assert!(matches!(backfill.turn(id, Stage::Running).await, Err(Refused::None)));
    world.settle().await;
    assert_eq!(backfill.state(id).await.unwrap().unwrap().read, 0);
    backfill.start(id, 1).await.unwrap();
}

#[tokio::test]
async fn a_load_that_planfix_refuses_says_why_and_goes_on_later() {
    let world = shop().await;
    old_tasks(&world, 3);
    let id = world.connection().await;
    let backfill = &world.bridge().backfill;
    world.planfix().configure(|settings| {
        settings.denied_scopes.insert("task_readonly".to_owned());
    });
    backfill.start(id, 1).await.unwrap();
    world.pass(60).await;
    let trouble = backfill.state(id).await.unwrap().unwrap().trouble.unwrap();
    assert_eq!(trouble.code.as_str(), "PF-SCOPE");
    assert!(world.told_all().await.contains("Загрузка ждёт: PF-SCOPE"));
    world.planfix().configure(|settings| settings.denied_scopes.clear());
    world.settle().await;
    let run = backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.trouble), (Stage::Done, None));
    assert_eq!(deals(&world).len(), 3);
}

#[tokio::test]
async fn a_load_of_an_object_that_the_settings_choose_no_more_is_stopped() {
    let world = shop().await;
    old_tasks(&world, 150);
    let id = world.connection().await;
    let backfill = &world.bridge().backfill;
    short_of_requests(&world, true);
    backfill.start(id, 1).await.unwrap();
    world.run().await;
    world.change_settings(&[("telephony:\n  enabled", &section(13, 5))]).await;
    world.settle().await;
    let run = backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.pages), (Stage::Stopped, 1));
}

#[tokio::test]
async fn nothing_is_loaded_while_deals_are_off() {
    let world = World::start().await;
    let id = world.connection().await;
    assert!(matches!(world.bridge().backfill.start(id, 1).await, Err(Refused::Off)));
}
