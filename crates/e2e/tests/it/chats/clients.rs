//! Who the client is, and what is hidden from whoever may not see phones.

use axum::http::StatusCode;
use sandbox::uis::Lead;
use serde_json::json;

use super::{igor, world};

const ANNA: &str = "smirnova@romashka.ru";

#[tokio::test]
async fn the_clients_card_tells_what_uis_and_planfix_know() {
    let world = world(&[("first: { create: contact_and_task,", "first: { create: nothing,")]).await;
    world.add_contact("Лебедев", "79032000004", Some(3));
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    let id = anna.only_card("queue").await;
    let client = anna.get(&format!("cards/{id}/client")).await;
    assert_eq!(client["phones"], json!(["79032000004"]));
    let visit = client["visit"].as_array().unwrap();
    assert!(visit.iter().any(|one| one["name"] == "site_domain_name"), "{client}");
    let contact = &client["planfix"]["contact"];
    assert_eq!(contact["name"], "Лебедев");
    assert!(contact["url"].as_str().unwrap().contains("/contact/"), "{contact}");
    assert!(client["planfix"]["owner"].is_string(), "{client}");
    let tasks = client["planfix"]["tasks"].as_array().unwrap();
    assert_eq!(tasks.len(), 1);
}

#[tokio::test]
async fn of_a_lead_it_tells_what_the_visitor_left_and_whence_he_came() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let lead = Lead::of("Ольга Лаврова").phone("79031234567").says("Сколько стоит?");
    world.leave(&lead).await;
    let id = anna.only_card("queue").await;
    let client = anna.get(&format!("cards/{id}/client")).await;
    assert_eq!(
        (&client["name"], &client["phones"]),
        (&json!("Ольга Лаврова"), &json!(["79031234567"]))
    );
    let visit = client["visit"].as_array().unwrap();
    assert!(visit.iter().any(|one| one["name"] == "site_domain_name"), "{client}");
    assert!(client["planfix"]["contact"]["id"].is_number(), "{client}");
}

#[tokio::test]
async fn phones_are_hidden_from_whoever_may_not_see_them_and_can_be_reached_nevertheless() {
    let world = world(&[]).await;
    // a contact whose name is his phone
    world.add_contact("+7 903 200-00-04", "79032000004", Some(3));
    let store = world.bridge().engine.store();
    cabinet::privacy::let_see_phones(&**store, cabinet::Role::Admin).await.unwrap();
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Мой телефон +7 903 200-00-04")).await;
    world.settle().await;
    let id = anna.only_card("queue").await;
    let client = anna.get(&format!("cards/{id}/client")).await;
    assert!(client["planfix"]["contact"]["id"].is_number(), "{client}");
    let seen = [
        anna.cards("queue").await[0].to_string(),
        anna.get(&format!("cards/{id}")).await.to_string(),
        anna.get(&format!("cards/{id}/thread")).await.to_string(),
        client.to_string(),
        anna.live().await[0].to_string(),
    ];
    for answer in seen {
        let digits: String = answer.chars().filter(|sign| !" -()".contains(*sign)).collect();
        assert!(!digits.contains("9032000004"), "{answer}");
    }
    let (status, answer) = anna.post("calls", &json!({ "card": id })).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let channels = anna.get("channels").await;
    let channels = channels["items"].as_array().unwrap();
    let sms = &channels.iter().find(|one| one["kind"] == "sms").unwrap()["id"];
    let (status, answer) = anna.post("chats", &json!({ "channel": sms, "card": id })).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
}

#[tokio::test]
async fn a_template_is_told_with_all_that_the_client_gets() {
    let world = world(&[]).await;
    let anna = world.operator(ANNA).await;
    let channels = anna.get("channels").await;
    let channels = channels["items"].as_array().unwrap();
    let waba = channels.iter().find(|one| one["kind"] == "waba").unwrap();
    let template = waba["templates"].as_array().unwrap().iter().find(|one| one["id"] == "402");
    let template = template.unwrap();
    assert_eq!(template["header"], "Ромашка");
    assert_eq!(
        (&template["footer"], &template["buttons"]),
        (&json!(null), &json!(["Напишите мне"]))
    );
}
