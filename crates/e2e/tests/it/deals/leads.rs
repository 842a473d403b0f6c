//! Deals of tasks that leads made.

use serde_json::json;

use super::{deals, moved_with, shop, told};
use crate::leads::olga;

#[tokio::test]
async fn a_lead_makes_a_task_and_the_delivered_order_is_the_leads_revenue() {
    let world = shop().await;
    let communication = world.leave(&olga()).await;
    told(&world).await;
    let task = world.planfix().tasks().first().unwrap().id;
    world.pass(600).await;
    world.planfix().change_task(task, moved_with(5, json!(15000)));
    told(&world).await;
    assert_eq!(
        deals(&world),
        [json!([task.to_string(), "success", 15000, { "offline_message": communication }])],
        "{}",
        world.told_all().await
    );
    assert!(world.told().await.contains("обращению, создавшему задачу"), "{}", world.told().await);
}
