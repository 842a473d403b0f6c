//! Files an operator hands over are his, in that chat, as he handed them over.

use axum::http::StatusCode;
use e2e::AtWork;
use sandbox::uis::chat::Story;
use serde_json::{Value, json};

use super::{igor, only_task, world};

const ANNA: &str = "smirnova@romashka.ru";
const BORIS: &str = "kuznetsov@romashka.ru";

async fn hand_over(anna: &AtWork<'_>, card: i64) -> Value {
    let path = format!("cards/{card}/files?name=price.txt");
    let (status, uploaded) = anna.upload(&path, "пионы — 500".as_bytes()).await;
    assert_eq!(status, StatusCode::OK, "{uploaded}");
    uploaded
}

async fn send(who: &AtWork<'_>, card: i64, id: &str, file: &Value) -> (StatusCode, Value) {
    let body = json!({ "client_id": id, "text": "Цены", "file": file });
    who.post(&format!("cards/{card}/messages"), &body).await
}

async fn is_refused(who: &AtWork<'_>, card: i64, file: &Value) {
    let (status, refusal) = send(who, card, "foreign", file).await;
    let expected = (StatusCode::UNPROCESSABLE_ENTITY, Some("unfit"));
    assert_eq!((status, refusal["code"].as_str()), expected, "{refusal}");
    assert!(refusal["detail"].as_str().unwrap().contains("приложите его заново"), "{refusal}");
}

#[tokio::test]
async fn a_handle_that_was_altered_is_refused() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Цены?")).await;
    let card = anna.only_card("queue").await;
    anna.take(card).await;
    let file = hand_over(&anna, card).await;
    let handle = file["handle"].as_str().unwrap();
    let swapped = if handle.starts_with('A') { "B" } else { "A" };
    let other: String = swapped.chars().chain(handle.chars().skip(1)).collect();
    let shortened: String = handle.chars().take(20).collect();
    for altered in [other, shortened, String::new()] {
        let mut file = file.clone();
        file["handle"] = json!(altered);
        is_refused(&anna, card, &file).await;
    }
    assert!(!handle.contains("resource"), "UIS's own token can be read");

    // what stands beside it is for showing alone
    let mut renamed = file.clone();
    renamed["name"] = json!("virus.exe");
    let (status, answer) = send(&anna, card, "mine", &renamed).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    let last = anna.thread(card).await.pop().unwrap();
    assert!(last.starts_with("Анна Смирнова: Цены [price.txt]"), "{last}");
}

#[tokio::test]
async fn a_file_of_another_chat_or_of_another_person_is_refused() {
    let world = world(&[]).await;
    let (anna, boris) = (world.operator(ANNA).await, world.operator(BORIS).await);
    world.chat(igor().writes("Цены?")).await;
    let first = anna.only_card("queue").await;
    anna.take(first).await;
    world.chat(Story::of("79031112233", "whatsapp").writes("И мне")).await;
    let second = anna.only_card("queue").await;
    anna.take(second).await;
    let file = hand_over(&anna, first).await;
    is_refused(&anna, second, &file).await;

    let body = json!({ "to": 4502, "client_id": "hand" });
    let (status, answer) = anna.post(&format!("cards/{first}/transfer"), &body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    is_refused(&boris, first, &file).await;
}

#[tokio::test]
async fn files_are_named_in_the_tasks_transcript() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Вот список").sends_note("список.txt", "розы — 11\n")).await;
    let card = anna.only_card("queue").await;
    anna.take(card).await;
    let file = hand_over(&anna, card).await;
    send(&anna, card, "price", &file).await;
    world.carry().await;
    world.chat(igor().ends("closed_by_visitor")).await;
    world.settle().await;
    let description = only_task(&world).description;
    for file in ["[файл: список.txt]", "[файл: price.txt]"] {
        assert!(description.contains(file), "{description}");
    }
}
