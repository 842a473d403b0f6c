//! Writes of which nobody knows whether they were carried out.

use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};

use super::{assert_whole, call};

/// The ways in which an answer to a write can get lost.
fn losses(when: When) -> [Fault; 2] {
    [Fault::ServerError { when }, Fault::Cut { when }]
}

#[tokio::test]
async fn a_task_that_was_made_before_the_answer_got_lost_is_found_by_our_mark() {
    for fault in losses(When::AfterCommit) {
        let world = World::start().await;
        let on_create =
            Injection::new(Door::Rest, fault.clone()).path("task").method("POST").times(1);
        world.play_live(&call(&world)).await;
        world.planfix().faults().inject(on_create);
        world.settle().await;
        assert_whole(&world);
        let told = world.told().await;
        assert!(told.contains("Неизвестно, принято ли"), "{fault:?}\n{told}");
        assert!(told.contains("Создана задача 2001"), "{told}");
    }
}

#[tokio::test]
async fn a_task_that_was_not_made_is_made_after_it_was_looked_for() {
    for fault in losses(When::BeforeCommit) {
        let world = World::start().await;
        let on_create = Injection::new(Door::Rest, fault).path("task").method("POST").times(1);
        world.play_live(&call(&world)).await;
        world.planfix().faults().inject(on_create);
        world.settle().await;
        assert_whole(&world);
        let told = world.told().await;
        assert!(told.contains("Проверено, в Планфиксе нет, отправится снова"), "{told}");
    }
}

#[tokio::test]
async fn the_end_of_a_call_is_written_into_the_history_once() {
    for when in [When::AfterCommit, When::BeforeCommit] {
        for fault in losses(when) {
            let world = World::start().await;
            let steps = world.uis().steps(&call(&world));
            let (end, before) = steps.split_last().unwrap();
            world.perform(before.to_vec()).await;
            world
                .planfix()
                .faults()
                .inject(Injection::new(Door::Telephony, fault.clone()).path("event").times(1));
            world.perform(vec![end.clone()]).await;
            world.settle().await;
            assert_whole(&world);
        }
    }
}

#[tokio::test]
async fn a_missed_call_is_written_into_the_history_once() {
    for when in [When::AfterCommit, When::BeforeCommit] {
        let world = World::start().await;
        let lost = world.uis().incoming("79031234567").rings("101").for_secs(20);
        let steps = world.uis().steps(&lost);
        let ring = steps.iter().position(|step| step.after > 3).unwrap();
        let (before, end) = steps.split_at(ring);
        world.perform(before.to_vec()).await;
        world
            .planfix()
            .faults()
            .inject(Injection::new(Door::Telephony, Fault::Cut { when }).path("event").times(1));
        world.perform(end.to_vec()).await;
        world.settle().await;
        assert_whole(&world);
    }
}

#[tokio::test]
async fn a_card_whose_answer_got_lost_pops_up_and_closes_all_the_same() {
    for when in [When::AfterCommit, When::BeforeCommit] {
        let world = World::start().await;
        world
            .planfix()
            .faults()
            .inject(Injection::new(Door::Telephony, Fault::Cut { when }).path("event").times(2));
        world.play(&call(&world)).await;
        assert_whole(&world);
        assert_eq!(world.planfix().cards().len(), 1);
    }
}
