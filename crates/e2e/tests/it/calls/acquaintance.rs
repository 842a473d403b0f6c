//! First and repeated communications.

use std::time::Duration;

use e2e::{World, WorldBuilder};
use sandbox::Door;
use sandbox::faults::{Fault, When};

const NOTHING_FOR_REPEATS: (&str, &str) = (
    "repeat: { create: task, assign: contact_owner }",
    "repeat: { create: nothing, assign: rules }",
);

#[tokio::test]
async fn a_client_whom_planfix_knows_is_a_repeat() {
    let world = World::with(&[NOTHING_FOR_REPEATS]).await;
    world.add_contact("Пётр", "8 (903) 123-45-67", Some(2));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    assert!(world.planfix().tasks().is_empty());
    let told = world.told().await;
    assert!(told.contains("Повторное обращение"), "{told}");
    assert!(told.contains("По настройкам по повторному обращению ничего не создаётся"), "{told}");
}

#[tokio::test]
async fn two_calls_of_one_new_client_in_one_second_are_one_first_and_one_repeat() {
    let world = World::with(&[NOTHING_FOR_REPEATS]).await;
    let one = world
        .uis()
        .incoming("79031234567")
        .hears_ivr_secs(30)
        .rings("101")
        .answered_by("101")
        .talks_secs(9);
    let two = world
        .uis()
        .incoming("79031234567")
        .hears_ivr_secs(30)
        .rings("102")
        .answered_by("102")
        .talks_secs(9);
    world.play_together([(0, &one), (0, &two)]).await;
    assert_eq!(world.planfix().contacts().len(), 1);
    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told_all().await);
    assert!(world.told_all().await.contains("пришло одновременно и стало первым"));
}

#[tokio::test]
async fn when_planfix_does_not_answer_in_time_the_pop_up_goes_on_and_uis_says_who_is_new() {
    let world = WorldBuilder::default().asks_for(Duration::from_millis(30)).start().await;
    let silence = Fault::Hang { when: When::BeforeCommit };
    let on_contact = sandbox::faults::Injection::new(Door::Telephony, silence).path("contact");
    world.planfix().faults().inject(on_contact);
    let call = world.uis().incoming("79031234567").communication_number(1);
    world.play(&call.rings("101").answered_by("101").talks_secs(4)).await;
    world.planfix().faults().release();
    assert_eq!(world.planfix().tasks().len(), 1);
    let told = world.told().await;
    assert!(told.contains("Планфикс не успел ответить"), "{told}");
    assert!(told.contains("Первичное обращение: по атрибутам обращения в UIS"), "{told}");
}

#[tokio::test]
async fn a_contact_whose_number_is_written_with_dashes_is_found() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "+7 (903) 123-45-67", Some(2));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    let task = world.planfix().tasks().pop().unwrap();
    assert_eq!(task.counterparty.map(|one| one.to_string()), Some(format!("contact:{contact}")));
}
