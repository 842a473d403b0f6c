//! «Дополнительные поля».

use e2e::World;
use serde_json::json;

const FIELDS: (&str, &str) = (
    "    contact: []\n    task: []",
    "    contact:
      - { planfix_field: 101, uis_field: site_domain_name, update_always: false }
    task:
      - { planfix_field: 201, uis_field: utm_source, update_always: false }
      - { planfix_field: 202, uis_field: campaign_name, update_always: true }
      - { planfix_field: 210, uis_field: campaign_name, update_always: true }",
);

#[tokio::test]
async fn fields_of_contact_and_task_are_filled_from_the_report() {
    let world = World::with(&[FIELDS]).await;
    let call = world.uis().incoming("79031234567").from_campaign("Яндекс.Директ: букеты");
    world.play(&call.rings("101").answered_by("101").talks_secs(5)).await;
    let task = world.planfix().tasks().pop().unwrap();
    assert_eq!(task.custom.get(&201), Some(&json!("yandex")));
    assert_eq!(task.custom.get(&202), Some(&json!("Яндекс.Директ: букеты")));
    let contact = world.planfix().contact(501).unwrap();
    assert_eq!(contact.custom.get(&101), Some(&json!("romashka.ru")));
}

#[tokio::test]
async fn a_text_that_does_not_fit_the_fields_type_is_left_out_and_explained() {
    let world = World::with(&[FIELDS]).await;
    let call = world.uis().incoming("79031234567").from_campaign("Яндекс.Директ: букеты");
    world.play(&call.rings("101").answered_by("101").talks_secs(5)).await;
    assert_eq!(world.planfix().tasks().pop().unwrap().custom.get(&210), None);
    let told = world.told().await;
    assert!(told.contains("Поле 210 не заполнено из campaign_name"), "{told}");
}

#[tokio::test]
async fn a_field_that_is_not_always_updated_is_filled_only_while_it_is_empty() {
    for (always, expected) in [("false", "старое"), ("true", "romashka.ru")] {
        let fields = format!(
            "    contact:\n      - {{ planfix_field: 101, uis_field: site_domain_name, update_always: {always} }}\n    task: []"
        );
        let world = World::with(&[("    contact: []\n    task: []", &fields)]).await;
        let contact = world.add_contact("Пётр", "79031234567", Some(3));
        world.planfix().set_contact_field(contact, 101, json!("старое"));
        let call =
            world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
        world.play(&call).await;
        let contact = world.planfix().contact(contact).unwrap();
        assert_eq!(contact.custom.get(&101), Some(&json!(expected)), "update_always: {always}");
    }
}

#[tokio::test]
async fn own_fields_of_the_calls_analytics_are_sent_with_its_end() {
    let world = World::with(&[(
        "    contact: []\n    task: []",
        "    contact: []\n    task: []\n    call: [{ name: utm_source, uis_field: scenario_name }]",
    )])
    .await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    let ledger = world.planfix().ledger().telephony().without_reads();
    assert_eq!(ledger.containing("utm_source=Основной сценарий").len(), 1, "{ledger}");
}
