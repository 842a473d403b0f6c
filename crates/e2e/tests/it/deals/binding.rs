//! By what a deal is tied to a visitor.

use serde_json::json;

use super::{deals, moved, order, shop, told};

#[tokio::test]
async fn a_task_that_no_communication_made_is_tied_by_its_client() {
    let world = shop().await;
    let contact = world.add_contact("Пётр", "+7 (903) 555-00-01", None);
    let task = order(&world, Some(contact));
    told(&world).await;
    assert_eq!(deals(&world), [json!([task.to_string(), "1", 0, { "contact": "501" }])]);
    let known = world.uis().deals();
    assert_eq!(known.contacts["501"].phones, ["79035550001"]);
    assert_eq!(known.contacts["501"].name, "Пётр");
    assert_eq!(known.employees["2"], "Борис Андреевич Кузнецов");
}

#[tokio::test]
async fn a_client_who_was_merged_into_another_is_left_out_until_the_task_has_the_other_one() {
    let world = shop().await;
    let (old, new) = (
        world.add_contact("Пётр", "79035550001", None),
        world.add_contact("Пётр Иванов", "79035550002", None),
    );
    let task = order(&world, Some(old));
    world.planfix().remove_contact(old);
    told(&world).await;
    assert_eq!(deals(&world)[0][3], serde_json::Value::Null);
    assert!(world.told().await.contains("удалён или объединён"), "{}", world.told().await);

    world.pass(60).await;
    let change = sandbox::planfix::TaskChange { counterparty: Some(new), ..moved(2) };
    world.planfix().change_task(task, change);
    told(&world).await;
    assert_eq!(deals(&world)[0][3], json!({ "contact": new.to_string() }));
}

#[tokio::test]
async fn what_changed_about_a_client_is_told_with_the_next_row() {
    let world = shop().await;
    let contact = world.add_contact("Пётр", "79035550001", None);
    let first = order(&world, Some(contact));
    let second = order(&world, Some(contact));
    told(&world).await;
    world.planfix().rename_contact(contact, "Пётр Петрович");
    world.pass(60).await;
    for task in [first, second] {
        world.planfix().change_task(task, moved(2));
    }
    told(&world).await;
    assert_eq!(world.uis().deals().contacts["501"].name, "Пётр Петрович");
    assert_eq!(deals(&world).len(), 2);
}
