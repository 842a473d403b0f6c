//! Tasks that were there before.

use bridge::deals::backfill::{Refused, Stage};
use e2e::World;
use sandbox::planfix::{NewTask, TaskChange};
use serde_json::json;

use super::{AMOUNT, OBJECT, deals, rows, shop};

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

/// One round of the duties, and what follows.
async fn round(world: &World) {
    world.pass(60).await;
    world.bridge().duties.run_due().await.unwrap();
    world.settle().await;
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
    for _ in 0..5 {
        round(&world).await;
    }
    let run = backfill.state(id).await.unwrap().unwrap();
    assert_eq!((run.stage, run.found, run.read, run.pages), (Stage::Done, 230, 230, 3));
    assert_eq!(deals(&world).len(), tasks.len());
    let last = tasks.last().unwrap();
    assert_eq!(deals(&world).last().unwrap()[2], json!(last));
    // they became so when they were last changed, not when they were loaded
    let at = world.uis().deals().history[0]["modified_stage_date_time"].clone();
    assert_eq!(at, "2026-03-02 12:00:00");

    backfill.start(id, 30).await.unwrap();
    for _ in 0..5 {
        round(&world).await;
    }
    assert_eq!(rows(&world, *last), 1, "a second load tells nothing new");
}

#[tokio::test]
async fn a_load_can_be_paused_resumed_and_stopped() {
    let world = shop().await;
    old_tasks(&world, 150);
    let id = world.connection().await;
    let backfill = &world.bridge().backfill;
    assert!(matches!(backfill.turn(id, Stage::Paused).await, Err(Refused::None)));
    assert!(matches!(backfill.start(id, 0).await, Err(Refused::Days)));
    backfill.start(id, 1).await.unwrap();
    assert!(matches!(backfill.start(id, 1).await, Err(Refused::Busy)));
    round(&world).await;
    backfill.turn(id, Stage::Paused).await.unwrap();
    for _ in 0..3 {
        round(&world).await;
    }
    assert_eq!(deals(&world).len(), 100, "the page at hand is finished, no other is begun");
    backfill.turn(id, Stage::Running).await.unwrap();
    round(&world).await;
    assert_eq!(deals(&world).len(), 150);
    backfill.turn(id, Stage::Stopped).await.unwrap();
    assert!(matches!(backfill.turn(id, Stage::Running).await, Err(Refused::None)));
    backfill.start(id, 1).await.unwrap();
}

#[tokio::test]
async fn a_load_that_planfix_refuses_says_why_and_goes_on_later() {
    let world = shop().await;
    old_tasks(&world, 3);
    let id = world.connection().await;
    let backfill = &world.bridge().backfill;
    backfill.start(id, 1).await.unwrap();
    world.planfix().configure(|settings| {
        settings.denied_scopes.insert("task_readonly".to_owned());
    });
    round(&world).await;
    let trouble = backfill.state(id).await.unwrap().unwrap().trouble.unwrap();
    assert_eq!(trouble.code.as_str(), "PF-SCOPE");
    world.planfix().configure(|settings| settings.denied_scopes.clear());
    for _ in 0..3 {
        round(&world).await;
    }
    assert_eq!(backfill.state(id).await.unwrap().unwrap().stage, Stage::Done);
    assert_eq!(deals(&world).len(), 3);
}

#[tokio::test]
async fn nothing_is_loaded_while_deals_are_off() {
    let world = World::start().await;
    let id = world.connection().await;
    assert!(matches!(world.bridge().backfill.start(id, 1).await, Err(Refused::Off)));
}
