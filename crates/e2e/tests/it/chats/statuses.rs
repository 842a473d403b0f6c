//! Statuses of messages that do not say which chat they are about.

use axum::http::StatusCode;
use cabinet::HookKind;
use engine::model::Standing;
use sandbox::uis::chat::Fate;
use serde_json::json;

use super::{igor, world};

#[tokio::test]
async fn a_status_without_a_chat_finds_the_message_that_was_written_here_or_in_uis() {
    let world = world(&[]).await;
    // UIS itself tells nothing more of what it has taken
    world.uis().chats().configure(|settings| settings.fate = Fate::Silence);
    let anna = world.operator("smirnova@romashka.ru").await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Есть, розовые").await;
    world.chat(igor().is_taken_by("101").is_answered("И белые")).await;
    let hook = world.hook_url(HookKind::UisChat).await;
    let url = format!("{hook}/message/status").parse().unwrap();
    let chat = world.uis().chats().all()[0].id;
    for message in world.uis().chats().messages(chat) {
        if message.source != "operator" {
            continue;
        }
        let body = json!({ "message_id": message.id, "status": "read" }).to_string();
        let (status, _) = world.post(&url, "application/json", &body).await;
        assert_eq!(status, StatusCode::OK);
    }
    world.carry().await;
    let lines = anna.thread(id).await;
    for said in ["Анна Смирнова: Есть, розовые (read)", "Анна Смирнова: И белые (read)"]
    {
        assert!(lines.contains(&said.to_owned()), "{lines:?}");
    }
    let unreadable = |one: &engine::journal::Communication| one.state == Standing::Unreadable;
    assert!(!world.journal().await.iter().any(unreadable), "{}", world.told_all().await);
}

#[tokio::test]
async fn a_status_of_a_message_nobody_knows_is_kept_and_explained() {
    let world = world(&[]).await;
    let hook = world.hook_url(HookKind::UisChat).await;
    let url = format!("{hook}/message/status").parse().unwrap();
    let body = json!({ "message_id": 777, "status": "read" }).to_string();
    let (status, _) = world.post(&url, "application/json", &body).await;
    assert_eq!(status, StatusCode::OK);
    let kept = world.journal().await;
    assert!(kept.iter().any(|one| one.state == Standing::Unreadable), "{kept:?}");
}
