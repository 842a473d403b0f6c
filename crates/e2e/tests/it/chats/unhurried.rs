//! An operator's words to the visitor wait for nobody: neither for Planfix, nor for its request budget.

use e2e::{AtWork, World};
use sandbox::Door;
use sandbox::faults::{Fault, Injection, Throttling, When};
use serde_json::json;

use super::{igor, only_task, world};

fn has_said(world: &World, text: &str) -> bool {
    let chat = world.uis().chats().all()[0].id;
    world.uis().chats().messages(chat).iter().any(|one| one.text == text)
}

async fn taken(world: &World) -> (AtWork<'_>, i64) {
    let anna = world.operator("smirnova@romashka.ru").await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    (anna, id)
}

#[tokio::test]
async fn an_answer_goes_out_at_once_while_planfix_is_down_or_asked_too_often() {
    for fault in [
        Fault::ServerError { when: When::BeforeCommit },
        Fault::Cut { when: When::BeforeCommit },
        Fault::Throttle { shape: Throttling::TooManyRequests, seconds: 3600 },
        Fault::RevokedToken,
    ] {
        let world = world(&[]).await;
        let (anna, id) = taken(&world).await;
        world.planfix().faults().inject(Injection::new(Door::Rest, fault.clone()));
        world.pass(3 * 3600).await;
        assert!(world.planfix().tasks().is_empty(), "{fault:?}");
        anna.say(id, "one", "Есть, розовые").await;
        assert!(has_said(&world, "Есть, розовые"), "{fault:?}\n{}", world.told_all().await);
        world.chat(igor().writes("Беру")).await;
        anna.say(id, "two", "Ждём вас").await;
        assert!(has_said(&world, "Ждём вас"), "{fault:?}\n{}", world.told_all().await);

        world.planfix().faults().clear();
        world.pass(24 * 3600).await;
        let description = only_task(&world).description;
        assert!(description.contains("Ждём вас"), "{fault:?}\n{description}");
    }
}

#[tokio::test]
async fn an_answer_goes_out_while_its_chat_waits_for_planfix_to_answer() {
    let world = world(&[]).await;
    let (anna, id) = taken(&world).await;
    world.planfix().faults().next(1, Door::Rest, Fault::Hang { when: When::BeforeCommit });
    let passing = world.pass(10);
    let answering = async {
        // the chat looks for its contact, and gets no answer
        while !world.planfix().faults().armed().is_empty() {
            tokio::task::yield_now().await;
        }
        let body = json!({ "client_id": "one", "text": "Есть, розовые" });
        anna.post(&format!("cards/{id}/messages"), &body).await;
        while !has_said(&world, "Есть, розовые") {
            tokio::task::yield_now().await;
        }
        assert!(world.planfix().tasks().is_empty());
        world.planfix().faults().release();
    };
    tokio::join!(passing, answering);
    world.settle().await;
    only_task(&world);
}

#[tokio::test]
async fn an_answer_goes_out_while_a_write_of_its_chat_is_not_answered() {
    let world = world(&[]).await;
    let (anna, id) = taken(&world).await;
    let hang = Fault::Hang { when: When::AfterCommit };
    let task = Injection::new(Door::Rest, hang).method("POST").at("task").times(1);
    world.planfix().faults().inject(task);
    let answering = async {
        while !world.planfix().faults().armed().is_empty() {
            tokio::task::yield_now().await;
        }
        let body = json!({ "client_id": "one", "text": "Есть, розовые" });
        anna.post(&format!("cards/{id}/messages"), &body).await;
        while !has_said(&world, "Есть, розовые") {
            tokio::task::yield_now().await;
        }
        world.planfix().faults().release();
    };
    tokio::join!(world.pass(60), answering);
    world.settle().await;
    only_task(&world);
}
