//! The journal explains every call and can work it off once more.

use e2e::World;
use engine::model::Standing;
use sandbox::Door;
use sandbox::faults::{Fault, Injection};

#[tokio::test]
async fn a_replay_doubles_nothing() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42);
    world.play(&call.recorded()).await;
    let before = world.ledger();
    let id = world.journal().await.pop().unwrap().id;
    assert!(world.bridge().engine.replay(id).await.unwrap());
    world.settle().await;
    assert_eq!(world.ledger(), before);
    let listed = world.journal().await.pop().unwrap();
    assert_eq!((listed.state, listed.task), (Standing::Done, Some(2001)));
    assert!(world.told().await.contains("Обработано заново"));
}

#[tokio::test]
async fn a_task_that_planfix_refused_for_good_is_dead_until_it_is_replayed() {
    let world = World::with(&[(
        "task_object: 12\n    personal_manager",
        "task_object: 999\n    personal_manager",
    )])
    .await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42);
    world.play(&call).await;
    let dead = world.journal().await.pop().unwrap();
    assert_eq!((dead.state, dead.dead), (Standing::Dead, 1), "{}", world.told().await);

    world.change_settings(&[]).await;
    assert!(world.bridge().engine.replay(dead.id).await.unwrap());
    world.settle().await;
    let again = world.journal().await.pop().unwrap();
    assert_eq!(again.state, Standing::Done, "{}", world.told().await);
    assert_eq!(world.planfix().tasks().len(), 1);
}

#[tokio::test]
async fn what_is_still_to_be_sent_is_told_as_waiting() {
    let world = World::start().await;
    world.planfix().faults().inject(Injection::new(Door::Rest, Fault::RevokedToken));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42);
    world.play(&call).await;
    let listed = world.journal().await.pop().unwrap();
    assert_eq!(listed.state, Standing::Waiting);
}
