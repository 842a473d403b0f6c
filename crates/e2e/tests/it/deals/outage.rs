//! When UIS is away, slow or wrong.

use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};
use serde_json::json;

use super::{deals, moved, moved_with, order, rows, shop, told};

#[tokio::test]
async fn an_hour_without_uis_costs_nothing() {
    let world = shop().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(40);
    world.play(&call).await;
    told(&world).await;
    let task = world.planfix().tasks().first().unwrap().id;
    let down = Fault::ServerError { when: When::BeforeCommit };
    world.uis().faults().always(Door::DataApi, down);
    for status in [2, 4] {
        world.planfix().change_task(task, moved(status));
        world.planfix().run_scenarios().await;
        world.pass(1200).await;
    }
    world.planfix().change_task(task, moved_with(5, json!(15000)));
    world.planfix().run_scenarios().await;
    world.pass(1200).await;
    world.uis().faults().clear();
    world.pass(6 * 3600).await;
    let communication = world.uis().finished_calls()[0].row["communication_id"].clone();
    let deal = json!([task.to_string(), "success", 15000, { "call": communication }]);
    assert_eq!(deals(&world), [deal], "{}", world.told_all().await);
    assert_eq!(rows(&world, task), 4, "{}", world.told_all().await);
}

#[tokio::test]
async fn a_row_of_unknown_result_is_looked_for_and_never_doubled() {
    let world = shop().await;
    let task = order(&world, None);
    for fault in
        [Fault::Cut { when: When::AfterCommit }, Fault::ServerError { when: When::AfterCommit }]
    {
        // the funnel and the employee are known from the first round on
        let upload = Injection::new(Door::DataApi, fault).path("upload.deals_history").times(1);
        world.uis().faults().inject(upload);
        world.planfix().change_task(task, moved(2));
        told(&world).await;
        world.planfix().change_task(task, moved(4));
        told(&world).await;
        world.pass(60).await;
    }
    let uploads = world.uis().ledger().containing("upload.deals_history");
    let stages: Vec<_> =
        world.uis().deals().history.iter().map(|row| row["stage_ext_id"].clone()).collect();
    assert_eq!(stages, ["2", "4", "2", "4"], "{uploads}");
}

#[tokio::test]
async fn a_bad_row_does_not_keep_the_others_and_a_replay_tells_it_once_more() {
    let world = shop().await;
    let (good, bad) = (order(&world, None), order(&world, None));
    told(&world).await;
    world.uis().change_deals(|deals| {
        let funnel = deals.funnels.get_mut("planfix-12").unwrap();
        funnel.stages.retain(|stage| stage.ext_id != "4");
    });
    for task in [good, bad] {
        world.planfix().change_task(task, moved(if task == bad { 4 } else { 2 }));
    }
    told(&world).await;
    assert_eq!(deals(&world)[0][1], "2");
    assert_eq!(deals(&world)[1][1], "1");
    let dead = world.journal().await.into_iter().find(|one| one.task == Some(2002)).unwrap();
    assert_eq!(dead.state, engine::model::Standing::Dead, "{}", world.told_all().await);

    // the replay brings the funnel back in step, and tells the row once more
    world.bridge().engine.replay(dead.id).await.unwrap();
    world.settle().await;
    assert_eq!(deals(&world)[1][1], "4", "{}", world.told_all().await);
    let replayed = rows(&world, bad);
    world.bridge().engine.replay(dead.id).await.unwrap();
    world.settle().await;
    assert_eq!(rows(&world, bad), replayed, "a second replay tells nothing new");
}
