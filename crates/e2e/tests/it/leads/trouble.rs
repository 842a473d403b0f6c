//! Leads while Planfix is in trouble: nothing lost, nothing doubled.

use e2e::World;
use engine::model::Standing;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};

use super::{olga, only_task};

fn losses(when: When) -> [Fault; 2] {
    [Fault::ServerError { when }, Fault::Cut { when }]
}

#[tokio::test]
async fn a_contact_that_was_made_before_the_answer_got_lost_is_found_and_not_made_again() {
    for fault in losses(When::AfterCommit) {
        for lead in [olga(), sandbox::uis::Lead::of("Пётр").email("petr@example.ru")] {
            let world = World::start().await;
            let lost = Injection::new(Door::Rest, fault.clone()).at("contact").times(1);
            world.planfix().faults().inject(lost);
            world.leave(&lead).await;
            assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
            let contact = world.planfix().contacts().remove(0).id;
            let task = only_task(&world);
            assert_eq!(task.counterparty.unwrap().to_string(), format!("contact:{contact}"));
            let told = world.told().await;
            assert!(told.contains("Неизвестно, принято ли"), "{told}");
            assert!(told.contains("Проверено, в Планфиксе есть: контакт"), "{told}");
        }
    }
}

#[tokio::test]
async fn a_contact_that_was_not_made_is_made_after_it_was_looked_for() {
    for fault in losses(When::BeforeCommit) {
        let world = World::start().await;
        let lost = Injection::new(Door::Rest, fault).at("contact").times(1);
        world.planfix().faults().inject(lost);
        world.leave(&olga()).await;
        assert_eq!(world.planfix().contacts().len(), 1);
        only_task(&world);
        let told = world.told().await;
        assert!(told.contains("Проверено, в Планфиксе нет, отправится снова"), "{told}");
    }
}

#[tokio::test]
async fn a_comment_whose_answer_got_lost_is_written_once() {
    let wanted = "repeat: { assign: contact_owner, create: task_if_none_open }";
    let world = World::with(&[("repeat: { assign: contact_owner, create: task }", wanted)]).await;
    world.leave(&olga()).await;
    let lost = Injection::new(Door::Rest, Fault::Cut { when: When::AfterCommit });
    world.planfix().faults().inject(lost.at("task/2001/comments").times(1));
    world.leave(&olga().says("И ещё открытку")).await;
    let subject = sandbox::planfix::Subject::Task(2001);
    let comments = world.planfix().comments(subject);
    let ours = comments.iter().filter(|comment| comment.description.contains("И ещё открытку"));
    assert_eq!(ours.count(), 1, "{}", world.told_all().await);
}

#[tokio::test]
async fn while_planfix_is_away_leads_wait_and_come_out_when_it_is_back() {
    let world = World::start().await;
    let away = Injection::new(Door::Rest, Fault::ServerError { when: When::BeforeCommit });
    world.planfix().faults().inject(away);
    world.leave(&olga()).await;
    assert!(world.planfix().contacts().is_empty());
    assert_eq!(world.journal().await.remove(0).state, Standing::Waiting);
    world.planfix().faults().clear();
    world.pass(6 * 3600).await;
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    only_task(&world);
    assert_eq!(world.journal().await.remove(0).state, Standing::Done);
}

#[tokio::test]
async fn a_contact_that_planfix_refuses_leaves_a_task_without_a_counterparty_and_the_reason() {
    let world = World::with(&[("contact_template: 1", "contact_template: 999")]).await;
    world.leave(&olga()).await;
    assert!(world.planfix().contacts().is_empty());
    assert_eq!(only_task(&world).counterparty, None);
    let told = world.told().await;
    assert!(told.contains("Контакт создать не удалось"), "{told}");
    assert_eq!(world.journal().await.remove(0).state, Standing::Dead);
}

#[tokio::test]
async fn a_replay_doubles_nothing() {
    let world = World::start().await;
    world.leave(&olga()).await;
    world.replay_newest().await;
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    only_task(&world);
}

#[tokio::test]
async fn a_known_client_costs_planfix_one_search_and_one_task() {
    let world = World::start().await;
    world.add_contact("Ольга", "79031234567", Some(3));
    world.leave(&olga()).await;
    let asked = world.planfix().ledger().rest();
    assert_eq!(asked.len(), 2, "one search and one task\n{asked}");
}
