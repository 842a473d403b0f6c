//! Many hooks.

use cabinet::HookKind;
use e2e::World;
use futures::future::join_all;
use jiff::SignedDuration;
use serde_json::json;
use url::Url;

use super::{deals, moved, order, reads, rows, shop, told};

#[tokio::test]
async fn a_burst_for_one_task_is_one_read() {
    let world = shop().await;
    let task = order(&world, None);
    for status in [2, 4, 2, 4, 2] {
        world.planfix().change_task(task, moved(status));
    }
    told(&world).await;
    assert_eq!((reads(&world, task), rows(&world, task)), (1, 1));
    assert_eq!(deals(&world)[0][1], "2");
}

#[tokio::test]
async fn a_change_after_the_read_began_is_read_again() {
    let world = shop().await;
    let task = order(&world, None);
    told(&world).await;
    for status in [2, 4, 5] {
        world.planfix().change_task(task, moved(status));
        world.planfix().run_scenarios().await;
        world.pass(6).await;
    }
    world.settle().await;
    assert_eq!((reads(&world, task), rows(&world, task)), (4, 4));
    assert_eq!(deals(&world)[0][1], "success");
}

/// A minute of a Planfix in which somebody changes everything at once, and whose scenarios fire many times for each change.
#[tokio::test]
async fn ten_thousand_hooks_in_a_minute_end_in_one_read_for_each_change_and_right_rows() {
    const TASKS: u64 = 500;
    const HOOKS: u64 = 10_000;
    /// Seconds from one change of all tasks to the next one.
    const APART: i64 = 30;
    let changes = [2, 5];
    let each = HOOKS / TASKS / 2;
    let world = shop().await;
    let hook = world.hook_url(HookKind::PlanfixDeals).await;
    world.planfix().configure(|settings| settings.scenarios.clear());
    let tasks: Vec<u64> = (0..TASKS).map(|_| order(&world, None)).collect();
    let mut sent = 0;
    for status in changes {
        for task in &tasks {
            world.planfix().change_task(*task, moved(status));
        }
        for burst in 0..each {
            // the hooks of a change come within some seconds
            world.clock().advance(SignedDuration::from_secs(i64::from(burst == each / 2)));
            for some in tasks.chunks(50) {
                sent += some.len();
                join_all(some.iter().map(|task| tell_once(&world, &hook, *task))).await;
            }
        }
        world.clock().advance(SignedDuration::from_secs(APART - 1));
    }
    assert_eq!(u64::try_from(sent).unwrap(), HOOKS);
    world.pass(3 * 3600).await;
    let deals = deals(&world);
    assert_eq!(deals.len(), tasks.len());
    assert!(deals.iter().all(|deal| deal[1] == "success"), "every task stands where it stands");
    for task in &tasks {
        let (reads, rows) = (reads(&world, *task), rows(&world, *task));
        assert!((1..=changes.len()).contains(&reads), "task {task} was read {reads} times");
        assert!((1..=reads).contains(&rows), "task {task} has {rows} rows of {reads} reads");
    }
}

async fn tell_once(world: &World, hook: &Url, task: u64) {
    let body = json!({ "task_id": task.to_string() }).to_string();
    assert_eq!(world.post(hook, "application/json", &body).await.0, 200);
}

#[tokio::test]
async fn a_storm_of_hooks_ends_in_one_read_for_each_change_and_right_rows() {
    const TASKS: u64 = 40;
    let world = shop().await;
    let hook = world.hook_url(HookKind::PlanfixDeals).await;
    let tasks: Vec<u64> = (0..TASKS).map(|_| order(&world, None)).collect();
    told(&world).await;
    let before = rows(&world, tasks[0]);
    for status in [2, 4, 5] {
        for task in &tasks {
            world.planfix().change_task(*task, moved(status));
            for _ in 0..6 {
                let body = json!({ "task_id": task.to_string() }).to_string();
                assert_eq!(world.post(&hook, "application/json", &body).await.0, 200);
            }
        }
        world.pass(20).await;
    }
    world.settle().await;
    for task in &tasks {
        assert_eq!((reads(&world, *task), rows(&world, *task)), (4, before + 3));
    }
    assert!(deals(&world).iter().all(|deal| deal[1] == "success"));
}
