//! What waits for whom, and for how long.

use e2e::World;
use engine::model::Standing;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};
use sandbox::uis::ReportLag;
use sandbox::uis::notify::Kind;

use super::{assert_whole, call};

/// A refusal that never ends.
fn down(door: Door) -> Injection {
    Injection::new(door, Fault::ServerError { when: When::BeforeCommit })
}

/// A call that is over, of which everything but the task is done.
async fn warm_up(world: &World) {
    let call = world.uis().incoming("79030000000").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
}

#[tokio::test]
async fn the_card_of_a_call_whose_end_was_not_told_closes_without_waiting_for_rest() {
    let world = World::start().await;
    world.uis().configure(|settings| {
        settings.tricks.lose = vec![Kind::TalkFinished, Kind::CallFinished];
    });
    world.planfix().faults().inject(down(Door::Rest));
    world.play_live(&call(&world)).await;
    world.pass(3600).await;
    assert_eq!(world.planfix().history().len(), 1, "{}", world.told().await);
    world.planfix().faults().clear();
    world.pass(5 * 3600).await;
    assert_whole(&world);
}

#[tokio::test]
async fn the_missed_card_of_a_call_that_rang_nobody_does_not_wait_for_the_task() {
    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    world.planfix().faults().inject(down(Door::Rest));
    world.play_live(&world.uis().incoming("79031234567").hears_ivr_secs(9)).await;
    world.pass(600).await;
    assert_eq!(world.planfix().history().len(), 1, "{}", world.told().await);
    world.planfix().faults().clear();
    world.pass(5 * 3600).await;
    assert_whole(&world);
}

#[tokio::test]
async fn a_contact_is_looked_for_with_pauses_when_the_report_never_comes() {
    let world = World::start().await;
    world.uis().configure(|settings| settings.report_lag = ReportLag::Never);
    // Planfix is shown nothing, so it makes no contact
    world.planfix().faults().inject(down(Door::Telephony));
    world.play_live(&call(&world)).await;
    let searches = || world.planfix().ledger().rest().containing("contact/list").len();
    world.pass(600).await;
    assert_eq!(searches(), 1, "{}", world.planfix().ledger().rest());
    world.pass(100).await;
    assert_eq!(searches(), 4, "{}", world.planfix().ledger().rest());
    let told = world.told().await;
    assert_eq!(told.matches("Отчёт UIS за 10 минут не показал").count(), 1, "{told}");
    assert_eq!(world.planfix().tasks().len(), 1, "{told}");
}

#[tokio::test]
async fn a_report_that_uis_refuses_costs_no_task() {
    let world = World::start().await;
    warm_up(&world).await;
    world.uis().faults().inject(Injection::new(Door::DataApi, Fault::RevokedToken));
    world.play_live(&call(&world)).await;
    world.pass(1800).await;
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.told().await);
    world.uis().faults().inject(down(Door::DataApi));
    world
        .play_live(
            &world.uis().incoming("79037654321").rings("101").answered_by("101").talks_secs(5),
        )
        .await;
    world.pass(1800).await;
    assert_eq!(world.planfix().tasks().len(), 3, "{}", world.told().await);
}

#[tokio::test]
async fn nothing_is_made_of_a_call_while_telephony_is_off() {
    let world =
        World::with(&[("telephony:\n  enabled: true", "telephony:\n  enabled: false")]).await;
    let call = world.uis().incoming("79031234567").asks_personal_manager().answered().talks_secs(9);
    world.uis().configure(|settings| settings.tricks.lose = Kind::ALL.to_vec());
    world.play_live(&call).await;
    world.pass(3600).await;
    assert!(world.planfix().tasks().is_empty(), "{}", world.told().await);
}

#[tokio::test]
async fn uis_down_at_the_very_first_ring_delays_the_card_and_loses_nothing() {
    let world = World::start().await;
    world.uis().faults().inject(down(Door::DataApi));
    world.play_live(&call(&world)).await;
    assert!(world.planfix().history().is_empty());
    world.uis().faults().clear();
    world.pass(1800).await;
    assert_whole(&world);
}

#[tokio::test]
async fn a_uis_that_is_not_well_is_not_asked_again_for_every_card() {
    let world = World::start().await;
    warm_up(&world).await;
    // by then the list of employees has to be read anew
    world.pass(900).await;
    world.uis().faults().inject(down(Door::DataApi));
    let asked = || world.uis().ledger().containing("get.employees").len();
    let before = asked();
    let calls: Vec<_> = (0..5)
        .map(|n| {
            let phone = format!("7903765432{n}");
            world.uis().incoming(&phone).rings("101").answered_by("101").talks_secs(20)
        })
        .collect();
    let steps = world.uis().steps_of(calls.iter().map(|call| (0, call)));
    world.perform(steps).await;
    assert_eq!(world.planfix().history().len(), 6);
    assert_eq!(asked() - before, 1, "{}", world.uis().ledger());
}

#[tokio::test]
async fn a_token_without_the_scope_for_contacts_leaves_the_reason_and_a_replay_makes_the_task() {
    let world = World::start().await;
    world.planfix().configure(|settings| {
        settings.denied_scopes.insert("contact_readonly".to_owned());
    });
    world.play(&call(&world)).await;
    let told = world.told().await;
    assert!(told.contains("Событие не обработано: PF-SCOPE"), "{told}");
    let dead = world.journal().await.remove(0);
    assert_eq!(dead.state, Standing::Dead);

    world.planfix().configure(|settings| settings.denied_scopes.clear());
    assert!(world.bridge().engine.replay(dead.id).await.unwrap());
    world.settle().await;
    assert_whole(&world);
    assert_eq!(world.story().await.communication.state, Standing::Done);
}
