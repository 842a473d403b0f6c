//! Many hooks.

use cabinet::HookKind;
use serde_json::json;

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
