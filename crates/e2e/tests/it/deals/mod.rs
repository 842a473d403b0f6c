//! Deals in end-to-end analytics.

mod analytics;
mod backfill;
mod binding;
mod bursts;
mod chats;
mod hook;
mod leads;
mod outage;
mod settings;
mod stages;
mod tying;

use cabinet::HookKind;
use e2e::World;
use sandbox::planfix::{AutomaticScenario, NewTask, TaskChange};
use serde_json::{Value, json};

/// The statuses of «Заявка»: 1 «Новая», 2 «В работе», 4 «Счёт выставлен», 5 «Доставлен», 6 «Отказ».
const OBJECT: u64 = 12;
const AMOUNT: u64 = 210;

/// A world whose Planfix has the two scenarios.
async fn shop() -> World {
    with(&[]).await
}

async fn with(changes: &[(&str, &str)]) -> World {
    let section = section(OBJECT, 5);
    let mut all = vec![("telephony:\n  enabled", section.as_str())];
    all.extend(changes);
    let world = World::with(&all).await;
    let hook = world.hook_url(HookKind::PlanfixDeals).await;
    world.planfix().configure(|settings| {
        settings.scenarios = AutomaticScenario::both(OBJECT, hook.as_str());
    });
    world
}

/// The settings' section, in place of the beginning of the one behind it.
fn section(object: u64, success: u64) -> String {
    format!(
        "deals: {{ enabled: true, task_object: {object}, success_status: {success}, failure_status: 6, \
         amount_field: {AMOUNT} }}\n\ntelephony:\n  enabled"
    )
}

/// A hook, whatever the scenarios would say.
async fn tell(world: &World, task: u64) {
    let hook = world.hook_url(HookKind::PlanfixDeals).await;
    let (status, answer) =
        world.post(&hook, "application/json", &json!({ "task_id": task }).to_string()).await;
    assert_eq!(status, 200, "{answer}");
    world.settle().await;
}

/// Lets scenarios tell what has happened, and everything follow from it.
async fn told(world: &World) {
    world.planfix().run_scenarios().await;
    world.settle().await;
}

fn moved(status: u64) -> TaskChange {
    TaskChange { status: Some(status), ..TaskChange::default() }
}

fn moved_with(status: u64, amount: Value) -> TaskChange {
    TaskChange { fields: [(AMOUNT, amount)].into(), ..moved(status) }
}

/// A task of a client that a person made.
fn order(world: &World, contact: Option<u64>) -> u64 {
    world.planfix().add_task(&NewTask {
        name: "Заказ 17",
        object: Some(OBJECT),
        counterparty: contact,
        assignee: Some(2),
        ..NewTask::default()
    })
}

/// The deals as they stand in UIS: task, stage, revenue, and by what each is tied.
fn deals(world: &World) -> Vec<Value> {
    let deals = world.uis().deals();
    let of = |row: &&serde_json::Map<String, Value>| {
        let by = match (row.get("communication_id"), row.get("main_contact_ext_id")) {
            (Some(id), _) => json!({ row["communication_type"].as_str().unwrap(): id }),
            (None, Some(contact)) => json!({ "contact": contact }),
            (None, None) => Value::Null,
        };
        json!([row["ext_id"], row["stage_ext_id"], row["revenue"], by])
    };
    deals.current().iter().map(of).collect()
}

/// How many rows UIS has of the task.
fn rows(world: &World, task: u64) -> usize {
    let id = task.to_string();
    world.uis().deals().history.iter().filter(|row| row["ext_id"] == id).count()
}

/// How often the task was read.
fn reads(world: &World, task: u64) -> usize {
    let ledger = world.planfix().ledger().containing(&format!("GET task/{task} "));
    ledger.entries().len()
}
