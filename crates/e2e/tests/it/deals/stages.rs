//! From one stage to the next.

use e2e::World;
use sandbox::planfix::TaskChange;
use sandbox::uis::deals::StageStatus;
use serde_json::{Value, json};

use super::{deals, moved, moved_with, order, shop, tell, told};

#[tokio::test]
async fn a_call_makes_a_task_and_the_delivered_order_is_the_calls_revenue() {
    let world = shop().await;
    let call = world.uis().incoming("79031234567").from_campaign("Яндекс.Директ: букеты");
    world.play(&call.rings("101").answered_by("101").talks_secs(40)).await;
    told(&world).await;
    let task = world.planfix().tasks().first().unwrap().id;
    world.pass(600).await;
    world.planfix().change_task(task, moved_with(5, json!(15000)));
    told(&world).await;

    let communication = world.uis().finished_calls()[0].row["communication_id"].clone();
    assert_eq!(
        deals(&world),
        [json!([task.to_string(), "success", 15000, { "call": communication }])],
        "{}",
        world.told_all().await
    );
    insta::assert_snapshot!(world.told_all().await.replace("\n== deal", "\n\n== deal"));
    insta::assert_snapshot!(world.uis().ledger().containing("deal").without_reads());
}

#[tokio::test]
async fn a_deal_goes_through_its_stages_and_only_what_changed_is_told() {
    let world = shop().await;
    let contact = world.add_contact("Пётр", "79035550001", None);
    let task = order(&world, Some(contact));
    told(&world).await;
    world.pass(60).await;
    world.planfix().change_task(task, moved(2));
    told(&world).await;
    world.pass(60).await;
    // another name, the same deal
    let name = Some("Заказ 17, срочно".to_owned());
    world.planfix().change_task(task, TaskChange { name, ..TaskChange::default() });
    told(&world).await;
    world.pass(60).await;
    world.planfix().change_task(task, moved_with(2, json!("99.50")));
    told(&world).await;
    world.pass(60).await;
    world.planfix().change_task(task, moved(6));
    told(&world).await;

    let history: Vec<Value> = world
        .uis()
        .deals()
        .history
        .iter()
        .map(|row| {
            json!([
                row["stage_ext_id"],
                row["revenue"],
                row["modified_stage_date_time"],
                row.get("closed_date_time")
            ])
        })
        .collect();
    insta::assert_json_snapshot!(history);
    assert_eq!(deals(&world), [json!([task.to_string(), "failed", 99.5, { "contact": "501" }])]);
    assert!(world.told().await.contains("Принято UIS"), "{}", world.told().await);
}

#[tokio::test]
async fn a_delivered_order_that_goes_back_to_work_is_open_again() {
    let world = shop().await;
    let task = order(&world, None);
    world.planfix().change_task(task, moved_with(5, json!(700)));
    told(&world).await;
    world.pass(60).await;
    world.planfix().change_task(task, moved(2));
    told(&world).await;
    assert_eq!(deals(&world), [json!([task.to_string(), "2", 700, null])]);
    assert!(world.told().await.contains("снова в работе"), "{}", world.told().await);
}

#[tokio::test]
async fn the_task_of_another_object_is_no_deal_and_the_journal_says_so() {
    let world = shop().await;
    let task = world.planfix().add_task(&sandbox::planfix::NewTask {
        name: "Протереть пыль",
        object: Some(13),
        ..Default::default()
    });
    tell(&world, task).await;
    assert!(deals(&world).is_empty());
    let one = world.journal().await.remove(0);
    assert_eq!(one.state, engine::model::Standing::Filtered);
    assert!(world.told().await.contains("другого объекта"), "{}", world.told().await);
}

#[tokio::test]
async fn an_open_deal_is_closed_as_lost_when_its_task_leaves_and_a_won_one_stays() {
    let gone = TaskChange { deleted: Some(true), ..TaskChange::default() };
    let elsewhere = TaskChange { object: Some(13), status: Some(1), ..TaskChange::default() };
    for (before, change, expected) in [
        (moved(2), gone.clone(), "failed"),
        (moved(2), elsewhere.clone(), "failed"),
        (moved(5), gone, "success"),
        (moved(5), elsewhere, "success"),
    ] {
        let world = shop().await;
        let task = order(&world, None);
        world.planfix().change_task(task, before);
        told(&world).await;
        world.pass(60).await;
        world.planfix().change_task(task, change);
        tell(&world, task).await;
        assert_eq!(deals(&world)[0][1], expected, "{}", world.told().await);
    }
}

#[tokio::test]
async fn an_amount_is_never_guessed() {
    for (amount, revenue, words) in [
        (json!(12.345), json!(12.35), "сумма 12.35"),
        (json!("1500.5"), json!(1500.5), "сумма 1500.50"),
        (Value::Null, json!(0), "Поле суммы пусто"),
        (json!("1500,50"), json!(0), "не число: «1500,50»"),
        (json!("1500 ₽"), json!(0), "не число: «1500 ₽»"),
    ] {
        let world = shop().await;
        let task = order(&world, None);
        world.planfix().change_task(task, moved_with(2, amount));
        told(&world).await;
        assert_eq!(deals(&world)[0][2], revenue);
        assert!(world.told().await.contains(words), "{}", world.told().await);
    }
}

#[tokio::test]
async fn the_funnel_follows_the_objects_statuses() {
    let world = shop().await;
    let task = order(&world, None);
    told(&world).await;
    let stages = |world: &World| -> Vec<String> {
        let funnels = world.uis().deals().funnels;
        let funnel = &funnels["planfix-12"];
        assert_eq!(funnel.name, "Заявка");
        let mut stages = funnel.stages.clone();
        stages.sort_by_key(|stage| stage.order);
        let mark = |status: StageStatus| match status {
            StageStatus::Success => "+",
            StageStatus::Failed => "-",
            StageStatus::InProcess => "",
        };
        stages.iter().map(|stage| format!("{}{}", mark(stage.status), stage.name)).collect()
    };
    assert_eq!(stages(&world), ["+Доставлен", "-Отказ", "Новая", "В работе", "Счёт выставлен"]);

    world.planfix().change_object(12, |statuses| {
        statuses.retain(|status| status.id != 4);
        let mut packed = statuses[0].clone();
        (packed.id, packed.name) = (7, "Собран".to_owned());
        statuses.insert(1, packed);
        "Заявка".clone_into(&mut statuses[0].name);
    });
    world.pass(700).await;
    world.planfix().change_task(task, moved(7));
    told(&world).await;
    assert_eq!(
        stages(&world),
        ["+Доставлен", "-Отказ", "Заявка", "Собран", "В работе", "(архив) Счёт выставлен"]
    );
    assert_eq!(deals(&world)[0][1], "7");
}
