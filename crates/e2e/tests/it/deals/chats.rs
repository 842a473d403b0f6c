//! Deals of tasks that chats made.

use e2e::World;
use sandbox::uis::ReportLag;
use serde_json::json;

use super::{deals, moved, moved_with, told, with};
use crate::chats::{CHATS, igor, with_chats};

/// The shop, and visitors who write.
pub(super) async fn shop_with_chats() -> World {
    let section = format!("{CHATS}  leads:\n");
    let world = with(&with_chats(&section)).await;
    world.connect_chats().await;
    world
}

#[tokio::test]
async fn a_chat_makes_a_task_and_the_delivered_order_is_the_chats_revenue() {
    let world = shop_with_chats().await;
    world.chat(igor().writes("Есть пионы?")).await;
    told(&world).await;
    let task = world.planfix().tasks().first().unwrap().id;
    world.pass(600).await;
    world.planfix().change_task(task, moved_with(5, json!(15000)));
    told(&world).await;
    let chat = world.uis().chats().all().remove(0);
    assert_ne!(chat.id, chat.communication, "their numbers are not the same");
    assert_eq!(
        deals(&world),
        [json!([task.to_string(), "success", 15000, { "chat": chat.communication }])],
        "{}",
        world.told_all().await
    );
}

#[tokio::test]
async fn a_chat_of_which_the_report_never_told_is_tied_by_its_client() {
    let world = shop_with_chats().await;
    world.uis().chats().configure(|settings| settings.report_lag = ReportLag::Never);
    world.chat(igor().writes("Есть пионы?")).await;
    told(&world).await;
    let task = world.planfix().tasks().first().unwrap().id;
    world.planfix().change_task(task, moved(2));
    told(&world).await;
    let contact = world.planfix().contacts().remove(0).id.to_string();
    assert_eq!(deals(&world)[0][3], json!({ "contact": contact }), "{}", world.told_all().await);
}
