//! Settings that change while there are deals.

use sandbox::planfix::TaskChange;
use serde_json::json;

use super::{deals, moved, order, rows, section, shop, tell, told};

const PLACE: &str = "telephony:\n  enabled";

#[tokio::test]
async fn other_settings_count_from_the_next_change_on() {
    let world = shop().await;
    let task = order(&world, None);
    world.planfix().change_task(task, moved(4));
    told(&world).await;
    assert_eq!(deals(&world)[0][1], "4");
    world.change_settings(&[(PLACE, &section(12, 4))]).await;
    world.pass(60).await;
    tell(&world, task).await;
    assert_eq!(deals(&world)[0][1], "success");
    let funnels = world.uis().deals().funnels;
    let success = funnels["planfix-12"].stage("success").unwrap();
    assert_eq!(success.name, "Счёт выставлен");

    world.change_settings(&[]).await;
    world.planfix().change_task(task, moved(6));
    tell(&world, task).await;
    assert_eq!((rows(&world, task), &deals(&world)[0][1]), (2, &json!("success")));
    assert!(world.told().await.contains("выключен"), "{}", world.told().await);
}

#[tokio::test]
async fn deals_of_an_object_that_the_settings_choose_no_more_stay_as_they_are() {
    let world = shop().await;
    let task = order(&world, None);
    world.planfix().change_task(task, moved(2));
    told(&world).await;
    world.change_settings(&[(PLACE, &section(13, 5))]).await;
    world.pass(60).await;
    world.planfix().change_task(task, moved(4));
    tell(&world, task).await;
    // the task has not moved, the settings have: nothing was lost
    assert_eq!((rows(&world, task), &deals(&world)[0][1]), (1, &json!("2")));
    assert!(world.told().await.contains("выбран другой объект"), "{}", world.told().await);

    // and goes on when the object is chosen again
    world.change_settings(&[(PLACE, &section(12, 5))]).await;
    world.pass(60).await;
    tell(&world, task).await;
    assert_eq!((rows(&world, task), &deals(&world)[0][1]), (2, &json!("4")));
}

#[tokio::test]
async fn a_task_that_comes_back_from_another_object_is_open_again() {
    let world = shop().await;
    let task = order(&world, None);
    world.planfix().change_task(task, moved(2));
    told(&world).await;
    world.pass(60).await;
    let elsewhere = TaskChange { object: Some(13), status: Some(1), ..TaskChange::default() };
    world.planfix().change_task(task, elsewhere);
    tell(&world, task).await;
    assert_eq!(deals(&world)[0][1], "failed");
    assert!(world.told().await.contains("переведена в другой объект"), "{}", world.told().await);
    world.pass(60).await;
    world.planfix().change_task(task, TaskChange { object: Some(12), ..moved(2) });
    tell(&world, task).await;
    assert_eq!(deals(&world)[0][1], "2");
    assert!(world.told().await.contains("снова в работе"), "{}", world.told().await);
}

#[tokio::test]
async fn without_the_service_in_uis_the_journal_says_what_to_buy_and_a_retry_makes_up() {
    let world = shop().await;
    world.uis().configure(|settings| settings.deals.enabled = false);
    let task = order(&world, None);
    told(&world).await;
    let dead = world.journal().await.remove(0);
    assert_eq!(dead.state, engine::model::Standing::Dead);
    assert!(world.told().await.contains("UIS-ANALYTICS"), "{}", world.told().await);

    world.uis().configure(|settings| settings.deals.enabled = true);
    world.bridge().engine.replay(dead.id).await.unwrap();
    world.settle().await;
    assert_eq!(deals(&world), [json!([task.to_string(), "1", 0, null])]);
}
