//! Callbacks that come twice, in disorder, or can't be read; messages whose answer is lost.

use axum::http::StatusCode;
use cabinet::HookKind;
use engine::model::Standing;
use sandbox::Door;
use sandbox::faults::{Fault, When};
use sandbox::uis::chat::CallbackTricks;
use serde_json::json;

use super::{igor, world};

#[tokio::test]
async fn callbacks_that_come_twice_change_nothing() {
    let world = world(&[]).await;
    world.uis().chats().configure(|settings| {
        settings.tricks = CallbackTricks { duplicate: true, ..CallbackTricks::default() };
    });
    world.chat(igor().writes("Раз").writes("Два").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    let anna = world.operator("smirnova@romashka.ru").await;
    let id = anna.only_card("archive").await;
    assert_eq!(
        anna.thread(id).await,
        ["* opened", "visitor: Раз", "visitor: Два", "* contact_made", "* task_made", "* closed"]
    );
    assert_eq!(world.planfix().tasks().len(), 1);
}

#[tokio::test]
async fn a_callback_that_can_not_be_read_is_kept_and_acknowledged() {
    let world = world(&[]).await;
    let hook = world.hook_url(HookKind::UisChat).await;
    let url = format!("{hook}/message").parse().unwrap();
    let (status, _) = world.post(&url, "application/json", "{\"chat_id\": 7}").await;
    assert_eq!(status, StatusCode::OK);
    let kept = world.journal().await.into_iter().find(|one| one.state == Standing::Unreadable);
    assert!(kept.is_some());
}

#[tokio::test]
async fn a_wrong_key_opens_no_door() {
    let world = world(&[]).await;
    let url = world.url.join("hooks/romashka/uis_chat/guess/message").unwrap();
    let (status, _) = world.post(&url, "application/json", "{}").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_message_whose_answer_got_lost_reaches_the_visitor_once() {
    for fault in [
        Fault::ServerError { when: When::AfterCommit },
        Fault::Cut { when: When::AfterCommit },
        Fault::Cut { when: When::BeforeCommit },
    ] {
        let world = world(&[]).await;
        let anna = world.operator("smirnova@romashka.ru").await;
        world.chat(igor().writes("Есть пионы?")).await;
        let id = anna.only_card("queue").await;
        anna.take(id).await;
        world.pass(60).await;
        world.uis().faults().next(1, Door::ChatApi, fault.clone());
        anna.say(id, "one", "Есть, розовые").await;
        world.pass(300).await;
        world.carry().await;
        let chat = world.uis().chats().all()[0].id;
        let said = world.uis().chats().messages(chat);
        let ours = said.iter().filter(|one| one.text == "Есть, розовые").count();
        assert_eq!(ours, 1, "{fault:?}\n{}", world.told_all().await);
        let line = anna.thread(id).await.into_iter().find(|line| line.contains("розовые")).unwrap();
        assert_eq!(line, "Анна Смирнова: Есть, розовые (delivered)", "{fault:?}");
    }
}

#[tokio::test]
async fn a_message_uis_refuses_is_shown_with_the_reason() {
    let world = world(&[]).await;
    let anna = world.operator("smirnova@romashka.ru").await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    world.chat(igor().ends("closed_by_visitor")).await;
    let body = json!({ "client_id": "late", "text": "Есть" });
    let (status, refusal) = anna.post(&format!("cards/{id}/messages"), &body).await;
    assert_eq!((status, refusal["code"].as_str()), (StatusCode::CONFLICT, Some("closed")));
}

#[tokio::test]
async fn a_chat_worked_off_once_more_says_nothing_twice() {
    let world = world(&[]).await;
    let anna = world.operator("smirnova@romashka.ru").await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Есть").await;
    world.chat(igor().answers("Беру").ends("closed_by_visitor")).await;
    world.settle().await;
    let before = anna.thread(id).await;
    let ledger = world.ledger();
    world.bridge().engine.replay(engine::model::LaneId(id)).await.unwrap();
    world.settle().await;
    assert_eq!(anna.thread(id).await, before);
    assert_eq!(world.planfix().tasks().len(), 1, "{ledger}\n--\n{}", world.ledger());
    assert_eq!(world.planfix().contacts().len(), 1);
    let chat = world.uis().chats().all()[0].id;
    let said = world.uis().chats().messages(chat);
    assert_eq!(said.iter().filter(|one| one.text == "Есть").count(), 1);
}
