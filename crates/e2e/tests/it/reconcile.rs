//! Calls whose notifications never came.

use cabinet::HookKind;
use e2e::World;
use sandbox::uis::notify::Kind;

/// Lets a call happen of which no notification arrives.
async fn unheard(world: &World, phone: &str) {
    world.uis().configure(|settings| settings.tricks.lose = Kind::ALL.to_vec());
    let call = world.uis().incoming(phone).rings("101").answered_by("101").talks_secs(30);
    world.play_live(&call).await;
    world.uis().configure(|settings| settings.tricks.lose.clear());
}

async fn duties(world: &World) {
    world.bridge().duties.run_due().await.unwrap();
    world.settle().await;
}

#[tokio::test]
async fn a_call_that_was_never_told_gets_its_task_and_no_card() {
    let world = World::start().await;
    duties(&world).await;
    world.pass(60).await;
    unheard(&world, "79031234567").await;
    assert!(world.journal().await.is_empty());
    world.pass(600).await;
    duties(&world).await;
    assert!(world.planfix().cards().is_empty());
    let tasks = world.planfix().tasks();
    assert_eq!(tasks.len(), 1, "{}", world.planfix().ledger());
    let told = world.told().await;
    assert!(told.contains("Восстановлен по отчёту UIS"), "{told}");
    assert!(told.contains("Первичное обращение"), "{told}");
}

#[tokio::test]
async fn calls_that_were_told_are_left_alone_and_nothing_is_recovered_twice() {
    let world = World::start().await;
    duties(&world).await;
    let call = world.uis().incoming("79030000001").rings("101").answered_by("101").talks_secs(30);
    world.play(&call).await;
    unheard(&world, "79031234567").await;
    for _ in 0..4 {
        world.pass(400).await;
        duties(&world).await;
    }
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.planfix().ledger());
    assert_eq!(world.journal().await.len(), 2);
}

#[tokio::test]
async fn an_outage_of_half_a_day_is_gone_over_when_it_ends() {
    let world = World::start().await;
    duties(&world).await;
    unheard(&world, "79031234567").await;
    world.pass(12 * 3600).await;
    unheard(&world, "79037654321").await;
    world.pass(600).await;
    duties(&world).await;
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.told_all().await);
}

#[tokio::test]
async fn calls_from_before_the_connection_was_made_are_not_its_business() {
    let world = World::start().await;
    unheard(&world, "79031234567").await;
    world.pass(3600).await;
    duties(&world).await;
    assert!(world.planfix().tasks().is_empty());
}

#[tokio::test]
async fn a_late_word_about_a_recovered_call_does_not_cost_its_task() {
    let world = World::start().await;
    duties(&world).await;
    unheard(&world, "79031234567").await;
    world.pass(600).await;
    world.bridge().duties.run_due().await.unwrap();
    let mut hook = world.hook_url(HookKind::UisPersonalManager).await;
    hook.set_query(Some("numb=74950236854&call_session_id=2384912001&numa=79031234567"));
    world.get(&hook).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told_all().await);
    assert_eq!(world.journal().await.len(), 1);
}

#[tokio::test]
async fn a_call_between_employees_is_not_recovered_as_a_clients() {
    let world = World::start().await;
    duties(&world).await;
    world.uis().configure(|settings| settings.tricks.lose = Kind::ALL.to_vec());
    let call =
        sandbox::uis::Script::internal("101", "102").rings("102").answered_by("102").talks_secs(9);
    world.play_live(&call).await;
    world.pass(600).await;
    duties(&world).await;
    assert!(world.planfix().tasks().is_empty(), "{}", world.told_all().await);
}
