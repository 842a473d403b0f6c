//! Each setting of «Чаты», of their templates and fields, and what it makes of the next chat.

use domain::text::Lang;
use e2e::World;
use sandbox::planfix::NewTask;
use sandbox::uis::ReportLag;
use serde_json::json;

use super::{igor, only_task, world, world_with};

const FIRST: &str = "first: { create: contact_and_task, assign: rules }";
const REPEAT: &str = "repeat: { create: task, assign: contact_owner }";
const NAMES: (&str, &str) = (
    "    lead_contact:",
    r#"    chat_contact: "{{visitor_name}} ({{chat_channel_name}})"
    chat_task: "{{chat_channel_type}}: {{visitor_phone_number}}, {{campaign_name}}"
    lead_contact:"#,
);

/// Igor asks, and goes; the report shows it before anything is made.
async fn talks(world: &World) {
    world.uis().chats().configure(|settings| settings.report_lag = ReportLag::Secs(1));
    world.chat(igor().writes("Есть пионы?").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
}

fn made(world: &World) -> (usize, usize) {
    (world.planfix().contacts().len(), world.planfix().tasks().len())
}

#[tokio::test]
async fn a_first_chat_makes_what_the_settings_say() {
    for (create, expected) in
        [("contact", (1, 0)), ("task", (0, 1)), ("contact_and_task", (1, 1)), ("nothing", (0, 0))]
    {
        let wanted = format!("first: {{ create: {create}, assign: rules }}");
        let world = world(&[(FIRST, &wanted)]).await;
        talks(&world).await;
        assert_eq!(made(&world), expected, "{create}\n{}", world.told_all().await);
    }
}

#[tokio::test]
async fn a_repeated_chat_makes_what_the_settings_say_and_never_a_contact() {
    for (create, tasks) in [("task", 1), ("task_if_none_open", 1), ("nothing", 0)] {
        let wanted = format!("repeat: {{ create: {create}, assign: contact_owner }}");
        let world = world(&[(REPEAT, &wanted)]).await;
        world.add_contact("Лебедев", "+7 (903) 200-00-04", Some(3));
        talks(&world).await;
        assert_eq!(made(&world), (1, tasks), "{create}\n{}", world.told_all().await);
    }
}

#[tokio::test]
async fn while_a_task_is_open_a_repeated_chat_makes_none_and_its_words_become_a_comment() {
    let wanted = "repeat: { create: task_if_none_open, assign: contact_owner }";
    let world = world(&[(REPEAT, wanted)]).await;
    let contact = world.add_contact("Лебедев", "79032000004", Some(3));
    let open = world.planfix().add_task(&NewTask {
        name: "Заказ",
        object: Some(12),
        counterparty: Some(contact),
        ..NewTask::default()
    });
    talks(&world).await;
    assert_eq!(only_task(&world).id, open);
    assert_eq!(world.journal().await.remove(0).task, i64::try_from(open).ok());

    world.planfix().set_task_status(open, 5);
    talks(&world).await;
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.told_all().await);
}

#[tokio::test]
async fn the_contact_template_and_the_task_object_are_those_of_the_settings() {
    let world = world(&[
        ("contact_template: 1", "contact_template: 2"),
        ("task_object: 12", "task_object: 13"),
    ])
    .await;
    talks(&world).await;
    assert_eq!(world.planfix().contacts().remove(0).template, 2);
    assert_eq!(only_task(&world).object, Some(13));
}

#[tokio::test]
async fn contacts_and_tasks_are_named_by_their_templates() {
    let world = world_with(&[], &[NAMES]).await;
    talks(&world).await;
    assert_eq!(world.planfix().contacts().remove(0).name, "Игорь Лебедев (Сайт romashka.ru)");
    let expected = "comagic: 79032000004, Посетители без рекламной кампании";
    assert_eq!(only_task(&world).name, expected);
}

#[tokio::test]
async fn fields_are_filled_when_things_are_made_and_again_only_where_the_settings_say_always() {
    for (always, expected) in [(false, "старое"), (true, "romashka.ru")] {
        let fields = format!(
            "fields: {{ contact: [{{ planfix_field: 101, uis_field: site_domain_name, update_always: {always} }}], task: [{{ planfix_field: 202, uis_field: campaign_name, update_always: false }}] }}"
        );
        let world = world_with(&[], &[("fields: { contact: [], task: [] }", &fields)]).await;
        talks(&world).await;
        let contact = world.planfix().contacts().remove(0);
        let told = world.told_all().await;
        assert_eq!(contact.custom.get(&101), Some(&json!("romashka.ru")), "{told}");
        let campaign = json!("Посетители без рекламной кампании");
        assert_eq!(only_task(&world).custom.get(&202), Some(&campaign));

        world.planfix().set_contact_field(contact.id, 101, json!("старое"));
        talks(&world).await;
        let contact = world.planfix().contact(contact.id).unwrap();
        assert_eq!(contact.custom.get(&101), Some(&json!(expected)), "update_always: {always}");
    }
}

#[tokio::test]
async fn what_the_report_tells_late_fills_no_field_of_a_known_contact_that_is_filled_already() {
    let fields = "fields: { contact: [{ planfix_field: 101, uis_field: site_domain_name, update_always: false }], task: [] }";
    for (before, expected) in [(Some("старое"), "старое"), (None, "romashka.ru")] {
        let world = world_with(&[], &[("fields: { contact: [], task: [] }", fields)]).await;
        let contact = world.add_contact("Лебедев", "79032000004", Some(3));
        if let Some(before) = before {
            world.planfix().set_contact_field(contact, 101, json!(before));
        }
        // the task is made long before the report shows the chat
        world.uis().chats().configure(|settings| settings.report_lag = ReportLag::Secs(15));
        world.chat(igor().writes("Есть пионы?").after(5).ends("closed_by_visitor")).await;
        world.settle().await;
        let contact = world.planfix().contact(contact).unwrap();
        assert_eq!(contact.custom.get(&101), Some(&json!(expected)), "{before:?}");
    }
}

#[tokio::test]
async fn a_filter_that_is_off_keeps_nobody_out() {
    let off = r#"filter: { enabled: false, conditions: { param: channel, op: exclude, values: ["comagic"] } }"#;
    let world = world(&[("filter: { enabled: true, conditions: null }", off)]).await;
    talks(&world).await;
    assert_eq!(made(&world), (1, 1), "{}", world.told_all().await);
}

#[tokio::test]
async fn settings_without_chats_make_nothing_of_them_and_the_journal_says_why() {
    let world = world(&[]).await;
    // the usual settings have leads alone
    world.change_settings(&[]).await;
    talks(&world).await;
    assert_eq!(made(&world), (0, 0));
    let why = bridge::reason_text(&world.journal().await.remove(0).reason, Lang::Ru).unwrap();
    assert!(why.contains("«Чаты» не включён"), "{why}");
}
