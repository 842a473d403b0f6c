//! Who is told to have written what, and that each is told once.

use sandbox::uis::chat::Story;

use super::super::igor;
use super::{ANNA, IGOR, talk, world};

#[tokio::test]
async fn what_is_written_in_uiss_own_workplace_is_told_once_too() {
    let world = world().await;
    world.chat(igor().writes("Раз").is_taken_by("Анна Смирнова").is_answered("Да?")).await;
    world.settle().await;
    let shown = talk(&world);
    assert_eq!(shown, [format!("{IGOR}: Раз"), format!("{ANNA}: Да?")]);
}

#[tokio::test]
async fn an_operator_whom_planfix_does_not_know_is_named_in_the_words() {
    let world = world().await;
    let anton = world.operator("novikov@romashka.ru").await;
    world.chat(igor().writes("Раз")).await;
    let id = anton.only_card("queue").await;
    anton.take(id).await;
    anton.say(id, "one", "Да?").await;
    world.settle().await;
    let shown = talk(&world);
    assert_eq!(shown[1], "автор по умолчанию: Антон Новиков: Да?");
}

#[tokio::test]
async fn chats_of_one_visitor_are_of_one_contact_and_each_has_its_task() {
    let world = world().await;
    world.chat(igor().writes("Раз").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    world.chat(Story::of("igor", "comagic").writes("Снова я")).await;
    world.settle().await;
    assert_eq!(world.planfix().talks().all().len(), 2, "{}", world.planfix().ledger());
    assert_eq!(world.planfix().contacts().len(), 1);
    assert_eq!(world.planfix().tasks().len(), 2);
}
