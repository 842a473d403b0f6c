//! A site that tells of leads itself.

use e2e::World;
use sandbox::uis::notify::{Kind, Template};
use sandbox::uis::{Lead, ReportLag};
use serde_json::json;

use super::{olga, only_task};

/// From now on the site tells of its leads.
pub(super) fn tells(world: &World) {
    world.uis().configure(|settings| {
        settings.templates.insert(Kind::Lead, Template::usual(Kind::Lead));
    });
}

#[tokio::test]
async fn a_lead_told_by_the_site_is_worked_off_at_once_and_the_report_adds_to_it() {
    let fields = "fields: { contact: [{ planfix_field: 102, uis_field: source_name, update_always: false }], task: [{ planfix_field: 202, uis_field: campaign_name, update_always: false }] }";
    let world = World::with(&[("fields: { contact: [], task: [] }", fields)]).await;
    tells(&world);
    world.uis().leave(&olga()).await;
    world.run().await;
    let task = only_task(&world);
    assert_eq!(task.custom.get(&202), None, "the site does not know the campaign");
    assert!(!task.description.contains("Яндекс.Директ: букеты"));

    world.read_leads().await;
    let task = only_task(&world);
    assert_eq!(task.custom.get(&202), Some(&json!("Яндекс.Директ: букеты")));
    assert!(task.description.contains("Яндекс.Директ: букеты"), "{}", task.description);
    let contact = world.planfix().contacts().remove(0);
    assert_eq!(contact.custom.get(&102), Some(&json!("Яндекс.Директ")));
    assert_eq!(world.journal().await.len(), 1, "one lead, however often it is told");
    insta::assert_snapshot!(world.told().await);
}

#[tokio::test]
async fn the_sites_word_after_the_report_changes_nothing() {
    let world = World::start().await;
    world.leave(&olga()).await;
    let before = world.ledger();
    let body =
        json!({ "event": "lead", "communication_id": 650_001, "visitor_name": "Ольга Лаврова" });
    world.post(&world.hook, "application/json", &body.to_string()).await;
    world.settle().await;
    assert_eq!(world.ledger(), before);
    assert_eq!(world.journal().await.len(), 1);
}

#[tokio::test]
async fn what_the_site_leaves_out_and_the_settings_ask_for_is_awaited_from_the_report() {
    let filter = r#"filter: { enabled: true, conditions: { param: campaign, op: include, values: ["Яндекс.Директ: букеты"] } }"#;
    let world = World::with(&[("filter: { enabled: true, conditions: null }", filter)]).await;
    tells(&world);
    world.uis().leave(&olga()).await;
    world.run().await;
    assert!(world.planfix().tasks().is_empty());
    world.read_leads().await;
    assert_eq!(world.planfix().tasks().len(), 1);
    let told = world.told().await;
    assert!(told.contains("ждём строку отчёта UIS"), "{told}");
}

#[tokio::test]
async fn a_site_that_uis_does_not_know_is_not_waited_for_longer_than_ten_minutes() {
    let rule = r#"leads: { default: "user:1", rules: [{ employee: "user:2", when: { param: campaign, op: include, values: ["Опт"] } }] }"#;
    let world = World::with(&[(r#"leads: { default: "user:1", rules: [] }"#, rule)]).await;
    world.uis().configure(|settings| settings.lead_lag = ReportLag::Never);
    tells(&world);
    world.uis().leave(&olga()).await;
    world.pass(590).await;
    assert!(world.planfix().tasks().is_empty());
    world.pass(20).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 1);
    let told = world.told().await;
    assert!(told.contains("Отчёт UIS за 10 минут не показал заявку"), "{told}");
}

#[tokio::test]
async fn a_form_of_another_sender_that_names_no_communication_stands_alone() {
    let world = World::start().await;
    let body = json!({ "event": "lead", "visitor_name": "Пётр", "visitor_phone_number": "8 (903) 765-43-21",
        "text": "Перезвоните" });
    for _ in 0..2 {
        world.post(&world.hook, "application/json", &body.to_string()).await;
    }
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 1, "the same word twice is one");
    let contact = world.planfix().contacts().remove(0);
    assert!(contact.has_phone("79037654321"));
    world.leave(&Lead::of("Пётр").phone("79037654321")).await;
    assert_eq!(world.planfix().contacts().len(), 1);
}
