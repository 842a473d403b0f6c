//! Leads: forms of the sites become contacts and tasks.

mod assignee;
mod creation;
mod fields;
mod filter;
mod names;
mod once;
mod report;
mod site;
mod trouble;

use e2e::World;
use sandbox::planfix::Task;
use sandbox::uis::Lead;

/// A lead of a new visitor with everything in it.
pub(crate) fn olga() -> Lead {
    Lead::of("Ольга Лаврова")
        .phone("79031234567")
        .email("olga@example.ru")
        .says("Сколько стоит букет?\nИ доставка?")
        .from_campaign("Яндекс.Директ: букеты")
}

fn only_task(world: &World) -> Task {
    let mut tasks = world.planfix().tasks();
    assert_eq!(tasks.len(), 1, "{}", world.planfix().ledger());
    tasks.remove(0)
}

fn assignee(task: &Task) -> String {
    task.assignees.users.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
