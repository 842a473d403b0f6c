//! «Фильтр входящих» and «Фильтр исходящих».

use e2e::World;
use engine::model::Standing;
use sandbox::planfix::CardState;
use sandbox::uis::notify::Kind;
use sandbox::uis::script::Step;

fn incoming(condition: &str) -> (String, String) {
    let with = format!("incoming: {condition}, outgoing: null }}");
    ("incoming: null, outgoing: null }".to_owned(), with)
}

async fn world_with(condition: &str) -> World {
    let (from, to) = incoming(condition);
    World::with(&[(&from, &to)]).await
}

#[tokio::test]
async fn a_number_that_is_excluded_shows_no_card_and_makes_no_task() {
    let world =
        world_with(r#"{ param: virtual_number, op: exclude, values: ["8 495 023-68-54"] }"#).await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    assert!(world.planfix().ledger().is_empty(), "{}", world.planfix().ledger());
    let listed = world.journal().await.pop().unwrap();
    assert_eq!(listed.state, Standing::Filtered);
    insta::assert_snapshot!(bridge::reason_text(&listed.reason, domain::text::Lang::Ru).unwrap());
}

#[tokio::test]
async fn what_only_the_report_tells_holds_back_the_task_and_not_the_card() {
    let world = world_with(r#"{ param: site, op: exclude, values: ["romashka.ru"] }"#).await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    assert_eq!(world.planfix().history().len(), 1);
    assert!(world.planfix().tasks().is_empty());
    assert_eq!(world.journal().await.pop().unwrap().state, Standing::Filtered);
}

#[tokio::test]
async fn without_a_report_the_call_is_let_through_after_ten_minutes() {
    let world = world_with(r#"{ param: site, op: include, values: ["romashka.ru"] }"#).await;
    world.uis().configure(|settings| settings.report_lag = sandbox::uis::ReportLag::Never);
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play_live(&call).await;
    world.pass(590).await;
    assert!(world.planfix().tasks().is_empty());
    world.pass(30).await;
    assert_eq!(world.planfix().tasks().len(), 1);
    let told = world.told().await;
    assert!(told.contains("Отчёт UIS за 10 минут не показал звонок"), "{told}");
    assert!(told.contains("данных для фильтра не хватило"), "{told}");
}

#[tokio::test]
async fn a_filter_of_incoming_calls_lets_outgoing_ones_pass() {
    let world =
        world_with(r#"{ param: virtual_number, op: include, values: ["70000000000"] }"#).await;
    let call = world.uis().outgoing("79031234567").by("101").answered().talks_secs(4);
    world.play(&call).await;
    assert_eq!(world.planfix().tasks().len(), 1);
}

#[tokio::test]
async fn telephony_switched_off_passes_nothing_and_says_so() {
    let world =
        World::with(&[("telephony:\n  enabled: true", "telephony:\n  enabled: false")]).await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    assert!(world.planfix().ledger().is_empty());
    assert!(world.told().await.contains("Раздел «Телефония» выключен"));
}

#[tokio::test]
async fn a_card_that_popped_up_before_the_filter_could_decide_still_closes_with_the_call() {
    let world =
        world_with(r#"{ param: scenario, op: exclude, values: ["Основной сценарий"] }"#).await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    let mut steps = world.uis().steps(&call);
    let told = |step: &Step| step.notification().map(|notification| notification.kind);
    // the notification that tells the scenario comes when the card is there already
    let late = steps.iter().position(|step| told(step) == Some(Kind::CallIncoming)).unwrap();
    let mut late = steps.remove(late);
    late.after = 8;
    steps.push(late);
    steps.sort_by_key(|step| step.after);
    world.perform(steps).await;
    world.settle().await;
    let cards = world.planfix().cards();
    assert_eq!(cards.len(), 1);
    assert!(cards.iter().all(|card| card.state == CardState::Finished), "{cards:?}");
    assert!(world.planfix().tasks().is_empty());
}
