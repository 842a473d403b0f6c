//! What operators do, and what comes of it in UIS.

use axum::http::StatusCode;
use sandbox::uis::chat::{Fate, Story};
use serde_json::json;

use super::{igor, world};

const ANNA: &str = "smirnova@romashka.ru";
const BORIS: &str = "kuznetsov@romashka.ru";

#[tokio::test]
async fn a_visitor_stands_in_the_queue_until_somebody_takes_him() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let card = &anna.cards("queue").await[0];
    assert_eq!(card["client"], "Игорь Лебедев");
    assert_eq!(card["channel_kind"], "comagic");
    assert_eq!((&card["unread"], &card["mine"]), (&json!(1), &json!(false)));
    assert_eq!(card["last"]["text"], "Есть пионы?");
    assert!(card["waiting_since"].is_string());

    let id = anna.only_card("queue").await;
    anna.take(id).await;
    assert_eq!(anna.cards("queue").await.len(), 0);
    assert_eq!(anna.only_card("mine").await, id);
    let counts = anna.get("counts").await;
    assert_eq!(counts, json!({ "queue": 0, "mine": 1, "all": 1, "unread": 1 }));
}

#[tokio::test]
async fn an_answer_reaches_the_visitor_and_its_ticks_are_seen() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Есть, розовые").await;
    world.chat(igor().answers("Беру").reads()).await;
    assert_eq!(
        anna.thread(id).await,
        [
            "* opened",
            "visitor: Есть пионы?",
            "* taken",
            "Анна Смирнова: Есть, розовые (read)",
            "visitor: Беру",
        ]
    );
    let chat = world.uis().chats().all()[0].clone();
    let said = world.uis().chats().messages(chat.id);
    assert!(said.iter().any(|one| one.text == "Есть, розовые" && one.operator == Some(4501)));
}

#[tokio::test]
async fn of_two_who_take_at_once_one_succeeds_and_the_other_is_told_who() {
    let world = world(&[]).await;
    let (anna, boris) = (world.operator(ANNA).await, world.operator(BORIS).await);
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    let path = format!("cards/{id}/take");
    let (first, card) = anna.post(&path, &json!({})).await;
    // nothing was worked off in between
    let (second, refusal) = boris.post(&path, &json!({})).await;
    assert_eq!((first, second), (StatusCode::OK, StatusCode::CONFLICT));
    assert_eq!((&card["mine"], &card["place"]), (&json!(true), &json!("held")));
    assert_eq!(refusal["code"], "taken");
    assert!(refusal["detail"].as_str().unwrap().contains("Смирнова"), "{refusal}");

    world.carry().await;
    let (third, refusal) = boris.post(&path, &json!({})).await;
    assert_eq!((third, refusal["code"].as_str()), (StatusCode::CONFLICT, Some("taken")));
    let body = json!({ "client_id": "x", "text": "Это я" });
    let (fourth, refusal) = boris.post(&format!("cards/{id}/messages"), &body).await;
    assert_eq!((fourth, refusal["code"].as_str()), (StatusCode::CONFLICT, Some("taken")));
    assert_eq!(anna.thread(id).await.iter().filter(|line| *line == "* taken").count(), 1);
}

#[tokio::test]
async fn a_message_sent_again_under_its_id_is_one_message() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    let first = anna.say(id, "one", "Есть").await;
    let again = anna.say(id, "one", "Есть").await;
    assert_eq!(first, again);
    let said: Vec<_> =
        anna.thread(id).await.into_iter().filter(|line| line.contains("Есть (")).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    let chat = world.uis().chats().all()[0].id;
    let ours = world.uis().chats().messages(chat);
    assert_eq!(ours.iter().filter(|one| one.text == "Есть").count(), 1);
}

#[tokio::test]
async fn what_the_channel_does_not_deliver_is_shown_as_failed() {
    let world = world(&[]).await;
    world.uis().chats().configure(|settings| settings.fate = Fate::Error);
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Есть").await;
    assert_eq!(anna.thread(id).await.last().unwrap(), "Анна Смирнова: Есть (failed)");
}

#[tokio::test]
async fn a_chat_is_handed_over_and_closed_with_a_reason() {
    let world = world(&[]).await;
    let (anna, boris) = (world.operator(ANNA).await, world.operator(BORIS).await);
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Передаю коллеге").await;
    let body = json!({ "to": 4502, "client_id": "hand" });
    let (status, answer) = anna.post(&format!("cards/{id}/transfer"), &body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    assert_eq!(anna.cards("mine").await.len(), 0);
    assert_eq!(boris.only_card("mine").await, id);

    let body = json!({ "comment": "Перезвонит завтра", "client_id": "end" });
    let (status, answer) = boris.post(&format!("cards/{id}/close"), &body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    assert_eq!(boris.cards("mine").await.len(), 0);
    let chat = &world.uis().chats().all()[0];
    assert!(chat.closed.is_some(), "UIS does not know that it is closed");
    let lines = anna.thread(id).await;
    assert_eq!(lines[lines.len() - 2..], ["* transferred", "* closed"]);
}

#[tokio::test]
async fn whoever_writes_after_the_end_is_back_in_the_queue() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?").after(5).ends("closed_by_timeout")).await;
    assert_eq!(anna.cards("all").await.len(), 0);
    let closed = &anna.cards("archive").await[0];
    assert_eq!((&closed["lost"], &closed["place"]), (&json!(true), &json!("closed")));
    world.chat(igor().writes("Ау?")).await;
    assert_eq!(anna.cards("queue").await.len(), 1);
}

#[tokio::test]
async fn a_closed_window_of_whatsapp_lets_only_a_template_through() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(Story::of("79032000009", "waba").writes("Здравствуйте")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    assert_eq!(anna.cards("mine").await[0]["window"]["open"], true);
    world.pass(25 * 3600).await;
    let path = format!("cards/{id}/messages");
    let body = json!({ "client_id": "late", "text": "Мы здесь" });
    let (status, refusal) = anna.post(&path, &body).await;
    assert_eq!((status, refusal["code"].as_str()), (StatusCode::CONFLICT, Some("window_closed")));
    let body = json!({ "client_id": "template", "template": "402" });
    let (status, answer) = anna.post(&path, &body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    let last = anna.thread(id).await.pop().unwrap();
    assert!(last.starts_with("Анна Смирнова: Мы получили ваш вопрос"), "{last}");
}

#[tokio::test]
async fn files_go_both_ways_through_our_server() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Вот список").sends_note("список.txt", "розы — 11\n")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    let page = anna.get(&format!("cards/{id}/thread")).await;
    let mut line = page["items"].as_array().unwrap().iter();
    let line = line.find_map(|one| one["message"]["file"].as_object().map(|_| &one["name"]));
    let line = line.unwrap().as_str().unwrap().replace('/', "%2F");
    let file = anna.get(&format!("cards/{id}/files/{line}")).await;
    assert_eq!(file, "розы — 11\n");

    let path = format!("cards/{id}/files?name=price.txt");
    let (status, uploaded) = anna.upload(&path, "пионы — 500".as_bytes()).await;
    assert_eq!(status, StatusCode::OK, "{uploaded}");
    let body = json!({ "client_id": "price", "text": "Цены", "file": uploaded });
    let (status, answer) = anna.post(&format!("cards/{id}/messages"), &body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    let last = anna.thread(id).await.pop().unwrap();
    assert!(last.starts_with("Анна Смирнова: Цены [price.txt]"), "{last}");
    let said = world.uis().chats().messages(world.uis().chats().all()[0].id);
    assert!(said.iter().any(|one| one.text == "Цены" && one.resource.is_some()));
}

#[tokio::test]
async fn what_was_missed_while_away_is_read_by_its_revisions() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    let seen = anna.cards("queue").await[0]["revision"].as_i64().unwrap();
    world.chat(igor().writes("А розы?").writes("Ау!")).await;
    let missed = anna.get(&format!("cards/{id}/thread?since={seen}")).await;
    let texts: Vec<_> =
        missed["items"].as_array().unwrap().iter().map(|one| &one["message"]["text"]).collect();
    assert_eq!(texts, ["А розы?", "Ау!"]);
    let (status, _) = anna.post(&format!("cards/{id}/read"), &json!({ "seq": 99 })).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(anna.cards("queue").await[0]["unread"], 0);
}
