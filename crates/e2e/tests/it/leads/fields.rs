//! «Дополнительные поля» of leads.

use e2e::World;
use serde_json::json;

use super::{olga, only_task};

fn fields(always: bool) -> (String, String) {
    let with = format!(
        "fields: {{ contact: [{{ planfix_field: 101, uis_field: site_domain_name, update_always: {always} }}], task: [{{ planfix_field: 201, uis_field: utm_source, update_always: {always} }}, {{ planfix_field: 210, uis_field: text, update_always: true }}] }}"
    );
    ("fields: { contact: [], task: [] }".to_owned(), with)
}

#[tokio::test]
async fn fields_of_a_new_contact_and_task_are_filled_when_they_are_made() {
    let (from, to) = fields(false);
    let world = World::with(&[(&from, &to)]).await;
    world.leave(&olga()).await;
    assert_eq!(only_task(&world).custom.get(&201), Some(&json!("yandex")));
    assert_eq!(world.planfix().contacts().remove(0).custom.get(&101), Some(&json!("romashka.ru")));
    let writes = world.planfix().ledger().rest().without_reads();
    assert_eq!(writes.len(), 2, "they cost no requests of their own\n{writes}");
}

#[tokio::test]
async fn a_text_that_does_not_fit_the_fields_type_is_left_out_and_explained() {
    let (from, to) = fields(false);
    let world = World::with(&[(&from, &to)]).await;
    world.leave(&olga()).await;
    assert_eq!(only_task(&world).custom.get(&210), None);
    let told = world.told().await;
    assert!(told.contains("Поле 210 не заполнено из text"), "{told}");
}

#[tokio::test]
async fn a_field_of_a_known_contact_is_updated_always_or_only_while_it_is_empty() {
    for (always, expected) in [(false, "старое"), (true, "romashka.ru")] {
        let (from, to) = fields(always);
        let world = World::with(&[(&from, &to)]).await;
        let contact = world.add_contact("Ольга", "79031234567", Some(3));
        world.planfix().set_contact_field(contact, 101, json!("старое"));
        world.leave(&olga()).await;
        let contact = world.planfix().contact(contact).unwrap();
        assert_eq!(contact.custom.get(&101), Some(&json!(expected)), "update_always: {always}");
    }
}
