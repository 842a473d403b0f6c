//! One contact per person, and one lead however often it is told.

use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, Throttling, When};
use sandbox::planfix::NewContact;
use sandbox::uis::Lead;

use super::{assignee, olga, only_task};

#[tokio::test]
async fn two_leads_of_one_new_visitor_at_once_make_one_contact_and_the_second_is_a_repeat() {
    let world = World::start().await;
    world.uis().leave(&olga()).await;
    world.leave(&olga().in_form("Обратный звонок")).await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.ledger());
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.ledger());
    insta::assert_snapshot!(world.told_all().await);
}

#[tokio::test]
async fn leads_that_share_only_a_phone_or_only_an_email_are_one_persons_too() {
    let world = World::start().await;
    let lead = |phone: &str, email: &str| Lead::of("Ольга").phone(phone).email(email);
    world.uis().leave(&lead("79030000001", "a@example.ru")).await;
    world.uis().leave(&lead("79030000001", "b@example.ru")).await;
    world.leave(&lead("79030000002", "a@example.ru")).await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    assert_eq!(world.planfix().tasks().len(), 3);
}

#[tokio::test]
async fn a_lead_and_a_call_of_a_new_client_make_one_contact() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(40);
    let mut steps = world.uis().steps(&call);
    steps.extend(world.uis().lead_steps(&Lead::of("Ольга").phone("79031234567")));
    steps.sort_by_key(|step| step.after);
    world.perform(steps).await;
    world.read_leads().await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.told_all().await);
}

#[tokio::test]
async fn a_call_that_made_no_contact_leaves_it_to_the_lead() {
    let world =
        World::with(&[("telephony:\n  enabled: true", "telephony:\n  enabled: false")]).await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(40);
    world.play(&call).await;
    world.leave(&Lead::of("Ольга").phone("79031234567")).await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
}

#[tokio::test]
async fn without_contacts_of_our_making_the_second_lead_of_a_visitor_is_a_repeat_all_the_same() {
    let world = World::with(&[
        (
            "first: { assign: rules, create: contact_and_task }",
            "first: { assign: rules, create: task }",
        ),
        (
            "repeat: { assign: contact_owner, create: task }",
            "repeat: { assign: rules, create: nothing }",
        ),
    ])
    .await;
    world.uis().leave(&olga()).await;
    world.leave(&olga()).await;
    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told_all().await);
}

#[tokio::test]
async fn the_second_lead_waits_while_the_first_ones_contact_is_held_up() {
    let world = World::start().await;
    let trouble = Fault::ServerError { when: When::BeforeCommit };
    world.planfix().faults().inject(Injection::new(Door::Rest, trouble).at("contact").times(3));
    world.uis().leave(&olga()).await;
    world.leave(&olga()).await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.told_all().await);
}

#[tokio::test]
async fn a_second_contact_with_the_same_email_is_refused_and_the_first_one_used() {
    let world = World::start().await;
    let busy = Fault::Throttle { shape: Throttling::default(), seconds: 30 };
    world.planfix().faults().inject(Injection::new(Door::Rest, busy).at("contact").times(1));
    world.uis().leave(&olga()).await;
    world.pass(60).await;
    world.bridge().duties.run_due().await.unwrap();
    world.run().await;
    // while our contact waits for its turn, somebody makes one by hand
    let known = NewContact {
        name: "Ольга",
        email: Some("Olga@example.ru"),
        owner: Some(3),
        ..NewContact::default()
    };
    let contact = world.planfix().add_contact(&known);
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    let task = only_task(&world);
    assert_eq!(task.counterparty.unwrap().to_string(), format!("contact:{contact}"));
    assert_eq!(assignee(&task), "user:3", "a repeated lead goes to the owner");
    let told = world.told().await;
    assert!(told.contains("взят имеющийся"), "{told}");
}

#[tokio::test]
async fn an_employees_email_makes_a_contact_without_it() {
    let world = World::start().await;
    world.leave(&Lead::of("Анна").phone("79031234567").email("smirnova@romashka.ru")).await;
    let contact = world.planfix().contacts().remove(0);
    assert_eq!(contact.email, None);
    assert!(contact.has_phone("79031234567"));
    let told = world.told().await;
    assert!(told.contains("без почты: Планфикс её не принял"), "{told}");
}
