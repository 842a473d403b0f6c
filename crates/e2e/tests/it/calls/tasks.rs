//! Tasks of calls: names, assignees, descriptions, open tasks.

use e2e::World;
use sandbox::planfix::{NewTask, Task};

fn only_task(world: &World) -> Task {
    let mut tasks = world.planfix().tasks();
    assert_eq!(tasks.len(), 1, "{}", world.planfix().ledger());
    tasks.remove(0)
}

fn assignee(task: &Task) -> String {
    task.assignees.users.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn the_description_tells_the_facts_of_the_call_and_links_the_recording() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").from_campaign("Яндекс.Директ: букеты");
    let call = call.rings("101").answered_by("101").talks_secs(75).transferred_to("102");
    world.play(&call.answered_by("102").talks_secs(30).recorded().tagged("Заказ")).await;
    insta::assert_snapshot!(only_task(&world).description);
}

#[tokio::test]
async fn a_recording_that_comes_later_is_written_into_the_task_silently() {
    let world = World::start().await;
    world.uis().configure(|settings| settings.report_lag = sandbox::uis::ReportLag::Secs(3));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(7);
    world.play(&call.recorded_after_secs(240)).await;
    let ledger = world.planfix().ledger().rest().without_reads();
    let update = ledger.containing("silent").to_string();
    assert!(update.contains("POST task/2001"), "{ledger}");
    assert!(only_task(&world).description.contains("Запись разговора"));
}

#[tokio::test]
async fn a_name_longer_than_planfix_takes_is_cut() {
    let endless = format!("incoming: \"{}{{{{contact_phone_number}}}}\"", "щ".repeat(400));
    let world =
        World::with(&[("incoming: \"Входящий звонок от {{contact_phone_number}}\"", &endless)])
            .await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    let name = only_task(&world).name;
    assert_eq!(name.chars().count(), 300);
    assert!(name.ends_with('…'));
}

#[tokio::test]
async fn the_first_the_last_talker_the_owner_and_the_rules_get_the_task() {
    for (assign, expected) in [
        ("first_talker", "user:1"),
        ("last_talker", "user:2"),
        ("contact_owner", "user:3"),
        ("rules", "user:2"),
    ] {
        let wanted = format!("repeat: {{ create: task, assign: {assign} }}");
        let rule = r#"incoming: { default: "user:1", rules: [{ employee: "user:2", when: { param: site, op: include, values: ["romashka.ru"] } }] }"#;
        let world = World::with(&[
            ("repeat: { create: task, assign: contact_owner }", &wanted),
            (r#"incoming: { default: "user:1", rules: [] }"#, rule),
        ])
        .await;
        world.add_contact("Пётр", "79031234567", Some(3));
        let call =
            world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
        world.play(&call.transferred_to("102").answered_by("102").talks_secs(5)).await;
        assert_eq!(assignee(&only_task(&world)), expected, "{assign}");
    }
}

#[tokio::test]
async fn a_client_with_an_open_task_gets_no_second_one() {
    let world = World::with(&[(
        "repeat: { create: task, assign: contact_owner }",
        "repeat: { create: task_if_none_open, assign: contact_owner }",
    )])
    .await;
    let contact = world.add_contact("Пётр", "79031234567", Some(3));
    let open = world.planfix().add_task(&NewTask {
        name: "Заказ",
        object: Some(12),
        counterparty: Some(contact),
        ..NewTask::default()
    });
    let call = || world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call()).await;
    assert_eq!(world.planfix().tasks().len(), 1);
    assert_eq!(world.journal().await.first().unwrap().task, i64::try_from(open).ok());
    assert!(world.told().await.contains("уже есть незавершённая задача"));

    world.planfix().set_task_status(open, 5);
    world.play(&call()).await;
    assert_eq!(world.planfix().tasks().len(), 2);
}
