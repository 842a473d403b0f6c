//! Callbacks that come twice, in disorder, or can't be read; messages whose answer is lost.

use axum::http::StatusCode;
use cabinet::HookKind;
use engine::model::Standing;
use sandbox::uis::chat::CallbackTricks;

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
    assert_eq!(anna.thread(id).await, ["* opened", "visitor: Раз", "visitor: Два", "* closed"]);
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
