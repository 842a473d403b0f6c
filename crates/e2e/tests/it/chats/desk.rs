//! What operators look up and do besides answering.

use axum::http::StatusCode;
use sandbox::uis::Lead;
use serde_json::json;

use super::{igor, world};

const ANNA: &str = "smirnova@romashka.ru";

#[tokio::test]
async fn whoever_is_no_employee_of_uis_is_told_what_to_do() {
    let world = world(&[]).await;
    let nobody = world.operator("nobody@romashka.ru").await;
    let (status, refusal) = nobody.post("cards/1/take", &json!({})).await;
    assert_eq!((status, refusal["code"].as_str()), (StatusCode::FORBIDDEN, Some("no_operator")));
}

#[tokio::test]
async fn a_status_is_uiss_own() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    assert_eq!(anna.get("").await["status"], "available");
    let (status, answer) = anna.put("status", &json!({ "status": "break" })).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{answer}");
    assert_eq!(anna.get("").await["status"], "break");
    let colleagues = anna.get("colleagues").await;
    let statuses: Vec<_> = colleagues["items"].as_array().unwrap().iter().collect();
    assert!(statuses.iter().any(|one| one["employee"] == 4501 && one["status"] == "break"));
}

#[tokio::test]
async fn the_history_shows_chats_and_leads_together() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Раз").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    world.leave(&Lead::of("Игорь").phone("79032000004")).await;
    world.chat(igor().writes("Два")).await;
    world.settle().await;
    let cards = anna.cards("queue").await;
    let chat = cards.iter().find(|card| card["kind"] == "chat").unwrap()["id"].as_i64().unwrap();
    let history = anna.get(&format!("cards/{chat}/history")).await;
    let kinds: Vec<_> =
        history["items"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["lead", "chat"]);
}

#[tokio::test]
async fn a_lead_stands_in_the_queue_and_is_marked_as_dealt_with() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.leave(&Lead::of("Ольга Лаврова").phone("79031234567").says("Сколько стоит?")).await;
    let card = &anna.cards("queue").await[0];
    assert_eq!((&card["kind"], &card["client"]), (&json!("lead"), &json!("Ольга Лаврова")));
    assert_eq!(card["last"]["text"], "Сколько стоит?");
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    let body = json!({ "client_id": "x", "text": "Здравствуйте" });
    let (status, refusal) = anna.post(&format!("cards/{id}/messages"), &body).await;
    assert_eq!((status, refusal["code"].as_str()), (StatusCode::CONFLICT, Some("no_conversation")));
    let body = json!({ "comment": "Позвонили", "client_id": "done" });
    let (status, answer) = anna.post(&format!("cards/{id}/close"), &body).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
    world.carry().await;
    assert_eq!(anna.cards("all").await.len(), 0);
    let lines = anna.thread(id).await;
    assert_eq!(lines, ["visitor: Сколько стоит?", "* taken", "* done"]);
}

#[tokio::test]
async fn ready_answers_are_filled_in_for_the_chat() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let text = "Здравствуйте, {{visitor_name}}!\nМеня зовут {{employee_full_name}}.";
    let body = json!({ "title": "Привет", "text": text });
    let (status, kept) = anna.post("quick-replies", &body).await;
    assert_eq!(status, StatusCode::OK, "{kept}");
    let bad = json!({ "title": "Плохой", "text": "{{nonsense}}" });
    let (status, refusal) = anna.post("quick-replies", &bad).await;
    assert_eq!(
        (status, refusal["code"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("unfit"))
    );

    world.chat(igor().writes("Есть пионы?").introduces("Игорь", None, None)).await;
    let id = anna.only_card("queue").await;
    let replies = anna.get(&format!("quick-replies?card={id}")).await;
    let filled = &replies["items"][0]["filled"];
    assert_eq!(filled, "Здравствуйте, Игорь!\nМеня зовут Анна Смирнова.");
}

#[tokio::test]
async fn an_operator_writes_first_where_the_channel_lets_him() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let channels = anna.get("channels").await;
    let channels = channels["items"].as_array().unwrap();
    let of = |kind: &str| {
        channels.iter().find(|one| one["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"))
    };
    assert_eq!(of("waba")["templates"].as_array().unwrap().len(), 2);
    let body = json!({ "channel": of("telegram")["id"], "username": "@igor" });
    let (status, refusal) = anna.post("chats", &body).await;
    assert_eq!((status, refusal["code"].as_str()), (StatusCode::CONFLICT, Some("may_not_begin")));
    let body = json!({ "channel": of("whatsapp")["id"], "phone": "+7 903 200-00-04" });
    let (status, begun) = anna.post("chats", &body).await;
    assert_eq!(status, StatusCode::OK, "{begun}");
    world.carry().await;
    let id = anna.only_card("mine").await;
    anna.say(id, "hello", "Ваш заказ готов").await;
    let last = anna.thread(id).await.pop().unwrap();
    assert_eq!(last, "Анна Смирнова: Ваш заказ готов (delivered)");
}

#[tokio::test]
async fn a_client_is_called_from_the_workspace() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let (status, answer) = anna.post("calls", &json!({ "phone": "79032000004" })).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert!(answer["session"].is_i64(), "{answer}");
    world.chat(igor().writes("Позвоните мне")).await;
    let card = anna.only_card("queue").await;
    let (status, answer) = anna.post("calls", &json!({ "card": card })).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let (status, refusal) = anna.post("calls", &json!({ "phone": "нет" })).await;
    assert_eq!(
        (status, refusal["code"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("unfit"))
    );
}

#[tokio::test]
async fn the_live_stream_tells_what_was_missed_once_and_in_its_newest_state() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?").writes("Ау")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    let told = anna.live().await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["id"], &told[0]["mine"]), (&json!(id), &json!(true)));
    assert_eq!(told[0]["revision"], 4);
}

#[tokio::test]
async fn five_hundred_open_chats_and_a_long_history_are_listed_and_read_in_pages() {
    let world = world(&[("create_on: start", "create_on: finish")]).await;
    let anna = world.operator(ANNA).await;
    let hook = world.hook_url(cabinet::HookKind::UisChat).await;
    let tell = async |path: &str, body: serde_json::Value| {
        let url = format!("{hook}/{path}").parse().unwrap();
        let (status, answer) = world.post(&url, "application/json", &body.to_string()).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    };
    let place = |chat: i64| json!({ "account_id": 41001, "channel_id": 37001, "chat_id": chat });
    for chat in 1..=500 {
        let mut body = place(chat);
        body["visitor_id"] = json!(chat);
        tell("chat", body).await;
    }
    for message in 1..=300 {
        let mut body = place(1);
        body["id"] = json!(message);
        body["source"] = json!("visitor");
        body["text"] = json!(format!("слово {message}"));
        tell("message", body).await;
    }
    world.run().await;
    assert_eq!(anna.get("counts").await["queue"], 500);
    assert_eq!(anna.cards("queue").await.len(), 500);
    let first = anna.get("cards?view=queue&limit=200").await;
    let next = first["next"].as_str().unwrap();
    let second = anna.get(&format!("cards?view=queue&limit=400&after={next}")).await;
    assert_eq!(second["items"].as_array().unwrap().len(), 300);
    let long = anna.cards("all").await.into_iter().find(|card| card["key"] == "chat/1").unwrap();
    let id = long["id"].as_i64().unwrap();
    let (mut read, mut before) = (Vec::new(), i64::MAX);
    loop {
        let page = anna.get(&format!("cards/{id}/thread?before={before}&limit=100")).await;
        let items = page["items"].as_array().unwrap().clone();
        let Some(first) = items.first() else { break };
        before = first["seq"].as_i64().unwrap();
        read.splice(0..0, items.iter().map(|one| one["message"]["text"].clone()));
    }
    let words: Vec<_> = read.iter().filter_map(|text| text.as_str()).collect();
    let expected: Vec<_> = (1..=300).map(|message| format!("слово {message}")).collect();
    assert_eq!(words, expected);
}
