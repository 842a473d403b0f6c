//! What visitors say of themselves: before they write, in a form, in a chat before, and after the end.

use engine::model::Standing;
use sandbox::uis::chat::Story;

use super::{only_task, world};

fn stranger() -> Story {
    Story::of("stranger", "comagic")
}

#[tokio::test]
async fn who_says_his_name_before_he_writes_is_called_by_it() {
    let world = world(&[]).await;
    world.chat(stranger().introduces("Игорь", Some("79032000004"), None)).await;
    world.chat(stranger().writes("Есть пионы?")).await;
    world.settle().await;
    assert_eq!(only_task(&world).name, "Чат с Игорь");
    let listed = world.journal().await;
    let kept = listed.iter().find(|one| one.key.kind() == "visitor").unwrap();
    assert_eq!((kept.state, kept.title.as_str()), (Standing::Done, "Игорь"));
}

#[tokio::test]
async fn who_comes_back_is_known_from_the_chat_before_and_found_by_what_he_said_there() {
    let world = world(&[]).await;
    let first = stranger().writes("Есть пионы?").introduces("Игорь", None, Some("igor@example.ru"));
    world.chat(first.after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    world.chat(stranger().writes("А розы?").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    let names: Vec<String> = world.planfix().tasks().into_iter().map(|task| task.name).collect();
    assert_eq!(names, ["Чат с Игорь", "Чат с Игорь"], "{}", world.told_all().await);
    assert_eq!(world.planfix().contacts().len(), 1);
}

#[tokio::test]
async fn a_phone_in_the_form_before_the_chat_is_contact_data() {
    let world = world(&[]).await;
    let form = "Имя: Игорь\nТелефон: 8 (903) 200-00-04\nПочта: igor@example.ru";
    world.chat(stranger().fills_form(form)).await;
    world.settle().await;
    only_task(&world);
    let contact = world.planfix().contacts().remove(0);
    assert!(contact.has_phone("79032000004"));
    assert_eq!(contact.email.as_deref(), Some("igor@example.ru"));
}

#[tokio::test]
async fn a_card_that_comes_within_a_day_of_the_end_completes_the_chat() {
    let world = world(&[]).await;
    world.chat(stranger().writes("Ау").after(5).ends("closed_by_timeout")).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 0);
    assert_eq!(world.journal().await.remove(0).state, Standing::Waiting);
    world.pass(3600).await;
    // told without a chat, as none goes on
    world.chat(stranger().introduces("Игорь", Some("79032000004"), None)).await;
    world.settle().await;
    assert_eq!(only_task(&world).name, "Чат с Игорь");
}

#[tokio::test]
async fn with_the_switch_on_a_chat_without_contact_data_is_made_at_once_and_completed_later() {
    let world = world(&[("without_contact_data: false", "without_contact_data: true")]).await;
    world.chat(stranger().writes("Ау")).await;
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
    world.chat(stranger().introduces("Игорь", Some("79032000004"), None)).await;
    world.pass(600).await;
    let task = only_task(&world);
    assert!(task.description.contains("+7 903 200-00-04"), "{}", task.description);
    assert_eq!(world.planfix().contacts().len(), 1);
}
