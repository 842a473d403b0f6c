//! «Назначать на» and «Ответственные» of leads.

use e2e::World;
use sandbox::planfix::Person;

use super::{assignee, olga, only_task};

const RULES: (&str, &str) = (
    r#"leads: { default: "user:1", rules: [] }"#,
    r#"leads: { default: "user:1", rules: [{ employee: "user:2", when: { param: form, op: include, values: ["Опт"] } }, { employee: "user:3", when: { param: site, op: include, values: ["romashka.shop"] } }] }"#,
);

async fn assigned(changes: &[(&str, &str)], owner: Option<u64>, form: &str, site: &str) -> String {
    let world = World::with(changes).await;
    if owner.is_some() {
        world.add_contact("Ольга", "79031234567", owner);
    }
    world.leave(&olga().in_form(form).on(site)).await;
    assignee(&only_task(&world))
}

#[tokio::test]
async fn the_first_rule_that_matches_wins_else_the_default_stands() {
    for (form, site, expected) in [
        ("Опт", "romashka.shop", "user:2"),
        ("Заказ", "romashka.shop", "user:3"),
        ("Заказ", "romashka.ru", "user:1"),
    ] {
        assert_eq!(assigned(&[RULES], None, form, site).await, expected, "{form} {site}");
    }
}

#[tokio::test]
async fn a_repeated_lead_goes_to_the_contacts_owner_or_by_the_rules_where_they_are_chosen() {
    assert_eq!(assigned(&[RULES], Some(4), "Опт", "romashka.ru").await, "user:4");
    let by_rules = (
        "repeat: { assign: contact_owner, create: task }",
        "repeat: { assign: rules, create: task }",
    );
    assert_eq!(assigned(&[RULES, by_rules], Some(4), "Опт", "romashka.ru").await, "user:2");
}

#[tokio::test]
async fn a_contact_without_an_owner_leaves_it_to_the_rules_and_the_journal_says_so() {
    let world = World::with(&[RULES]).await;
    world.add_contact("Ольга", "79031234567", None);
    world.leave(&olga().in_form("Опт")).await;
    assert_eq!(assignee(&only_task(&world)), "user:2");
    let told = world.told().await;
    assert!(told.contains("по правилу 1, так как у контакта нет ответственного"), "{told}");
}

#[tokio::test]
async fn whoever_is_responsible_owns_the_new_contact_too() {
    let world = World::with(&[RULES]).await;
    world.leave(&olga().on("romashka.shop")).await;
    assert_eq!(world.planfix().contacts().remove(0).supervisors.users, [Person::User(3)]);
}

#[tokio::test]
async fn a_first_lead_for_the_owner_who_can_not_be_there_yet_goes_by_the_rules() {
    let owner = (
        "first: { assign: rules, create: contact_and_task }",
        "first: { assign: contact_owner, create: contact_and_task }",
    );
    assert_eq!(assigned(&[RULES, owner], None, "Опт", "romashka.ru").await, "user:2");
}
