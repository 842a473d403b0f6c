//! A deal is told before UIS has said which communication made its task.

use e2e::World;
use sandbox::uis::ReportLag;
use sandbox::uis::notify::{Kind, Template};
use serde_json::json;

use super::chats::shop_with_chats;
use super::{deals, moved, rows, shop, told};
use crate::chats::igor;
use crate::leads::olga;

/// The only task there is, moved on so early that nobody knows yet what made it.
async fn told_early(world: &World) -> String {
    let task = world.planfix().tasks().first().unwrap().id;
    world.planfix().change_task(task, moved(2));
    told(world).await;
    let contact = world.planfix().contacts().remove(0).id.to_string();
    assert_eq!(deals(world)[0][3], json!({ "contact": contact }), "{}", world.told_all().await);
    task.to_string()
}

async fn said_once(world: &World) {
    let told = world.told_all().await;
    assert_eq!(told.matches("сделка привязывается к нему").count(), 1, "{told}");
}

#[tokio::test]
async fn a_call_whose_report_comes_an_hour_late_gets_its_deal_afterwards() {
    let world = shop().await;
    world.uis().configure(|settings| {
        settings.report_lag = ReportLag::Secs(3600);
        settings.tricks.omit = vec!["communication_id".to_owned()];
    });
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(40);
    world.play(&call).await;
    let task = told_early(&world).await;
    world.pass(4 * 3600).await;
    let communication = world.uis().finished_calls()[0].row["communication_id"].clone();
    let deal = json!([task, "2", 0, { "call": communication }]);
    assert_eq!(deals(&world), [deal], "{}", world.told_all().await);
    said_once(&world).await;

    // what is tied stays tied, and is told no more
    let known = rows(&world, task.parse().unwrap());
    world.pass(3 * 24 * 3600).await;
    assert_eq!(rows(&world, task.parse().unwrap()), known);
}

#[tokio::test]
async fn a_lead_that_its_site_alone_has_told_of_gets_its_deal_at_once() {
    let world = shop().await;
    world.uis().configure(|settings| {
        settings.lead_lag = ReportLag::Never;
        settings.templates.insert(Kind::Lead, Template::usual(Kind::Lead));
    });
    let communication = world.uis().leave(&olga()).await;
    told(&world).await;
    let task = world.planfix().tasks().first().unwrap().id;
    world.planfix().change_task(task, moved(2));
    told(&world).await;
    let deal = json!([task.to_string(), "2", 0, { "offline_message": communication }]);
    assert_eq!(deals(&world), [deal], "{}", world.told_all().await);
}

#[tokio::test]
async fn a_chat_whose_report_comes_late_gets_its_deal_afterwards() {
    let world = shop_with_chats().await;
    world.uis().chats().configure(|settings| settings.report_lag = ReportLag::Never);
    world.chat(igor().writes("Есть пионы?")).await;
    told(&world).await;
    let task = told_early(&world).await;
    world.uis().chats().configure(|settings| settings.report_lag = ReportLag::Secs(0));
    world.pass(4 * 3600).await;
    let chat = world.uis().chats().all().remove(0);
    let deal = json!([task, "2", 0, { "chat": chat.communication }]);
    assert_eq!(deals(&world), [deal], "{}", world.told_all().await);
    said_once(&world).await;
}
