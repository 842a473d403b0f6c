//! «Создавать контакт/задачу»: at the start, at the finish, or when a tag is set.

use axum::http::StatusCode;
use serde_json::json;

use super::{igor, only_task, world};

#[tokio::test]
async fn nothing_is_made_before_the_finish_where_the_settings_say_so() {
    let world = world(&[("create_on: start", "create_on: finish")]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.pass(3600).await;
    assert_eq!(world.planfix().tasks().len(), 0);
    world.chat(igor().writes("Ладно").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    only_task(&world);
}

#[tokio::test]
async fn a_task_is_made_when_one_of_the_chosen_tags_is_set() {
    let tags = [("create_on: start", "create_on: tag"), ("tags: []", "tags: [\"Заказ\"]")];
    let world = world(&tags).await;
    world.chat(igor().writes("Есть пионы?").after(5).is_tagged("Целевой")).await;
    world.pass(600).await;
    world.bridge().duties.run_due().await.unwrap();
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 0, "{}", world.told_all().await);
    world.chat(igor().is_tagged("Заказ")).await;
    world.pass(600).await;
    world.bridge().duties.run_due().await.unwrap();
    world.settle().await;
    only_task(&world);
}

#[tokio::test]
async fn an_operator_may_have_a_task_made_whatever_the_settings_make() {
    let world = world(&[("first: { create: contact_and_task,", "first: { create: nothing,")]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 0);
    let anna = world.operator("smirnova@romashka.ru").await;
    let id = anna.only_card("queue").await;
    for _ in 0..2 {
        let (status, answer) = anna.post(&format!("cards/{id}/task"), &json!({})).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
        world.settle().await;
    }
    let task = only_task(&world);
    assert!(anna.thread(id).await.contains(&"* task_made".to_owned()));
    let number = i64::try_from(task.id).unwrap();
    assert_eq!(anna.cards("queue").await[0]["task"], number);
}
