//! What the settings make of it, and what changing them does to chats that are open.

use bridge::rehearse::Made;
use domain::text::Lang;
use sandbox::Door;
use sandbox::faults::{Fault, Injection};
use sandbox::uis::chat::Story;

use super::super::{igor, only_task, section, with_chats};
use super::{ANNA, ANNA_THERE, IGOR, ON, change, chat_of, talk, world};

#[tokio::test]
async fn switched_off_the_chats_that_are_open_go_on_to_their_end_in_the_task() {
    let world = world().await;
    world.chat(igor().writes("Раз")).await;
    world.settle().await;
    change(&world, &[]).await;
    world.chat(igor().writes("Два")).await;
    let chat = chat_of(&world);
    let answer = world.planfix().answer_in_task(ANNA_THERE, &chat, "Три").await;
    assert!(answer.is_accepted(), "{answer}");
    world.carry().await;
    world.chat(igor().after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    assert_eq!(talk(&world).len(), 3, "{:?}", talk(&world));
    only_task(&world);

    world
        .chat(
            Story::of("vera", "comagic")
                .introduces("Вера", Some("79032000005"), None)
                .writes("А мне?"),
        )
        .await;
    world.settle().await;
    assert_eq!(world.planfix().talks().all().len(), 1);
    assert_eq!(world.planfix().tasks().len(), 2, "the new one has a task of ours");
}

#[tokio::test]
async fn switched_on_in_the_middle_of_a_chat_without_a_task_what_was_said_before_is_told_too() {
    let finish = ("create_on: start", "create_on: finish");
    let world = super::super::world(&[finish]).await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Раз")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Да?").await;
    world.settle().await;
    change(&world, &[finish, ON]).await;
    world.chat(igor().writes("Два")).await;
    world.settle().await;
    let said = [format!("{IGOR}: Раз"), format!("{ANNA}: Да?"), format!("{IGOR}: Два")];
    let shown = talk(&world);
    assert_eq!(shown, said);
    only_task(&world);
}

#[tokio::test]
async fn a_chat_that_has_a_task_of_ours_keeps_it_and_gets_no_other() {
    let world = super::super::world(&[]).await;
    world.chat(igor().writes("Раз")).await;
    world.settle().await;
    change(&world, &[ON]).await;
    world.chat(igor().writes("Два")).await;
    world.settle().await;
    assert!(world.planfix().talks().all().is_empty());
    only_task(&world);
}

#[tokio::test]
async fn what_the_filter_keeps_out_is_not_told() {
    let no = (
        "filter: { enabled: true, conditions: null }",
        r#"filter: { enabled: true, conditions: { param: channel, op: exclude, values: ["comagic"] } }"#,
    );
    let world = super::super::world(&[ON, no]).await;
    world.chat(igor().writes("Раз").writes("Два")).await;
    world.settle().await;
    assert!(world.planfix().talks().all().is_empty());
    assert_eq!(world.planfix().tasks().len() + world.planfix().contacts().len(), 0);
}

#[tokio::test]
async fn without_contact_data_it_waits_and_is_told_whole_when_he_says_who_he_is() {
    let world = world().await;
    let stranger = || Story::of("stranger", "comagic");
    world.chat(stranger().writes("Раз").writes("Два")).await;
    world.settle().await;
    assert!(world.planfix().talks().all().is_empty());
    world.chat(stranger().introduces("Игорь", Some("79032000004"), None)).await;
    world.settle().await;
    assert_eq!(talk(&world), ["Игорь: Раз", "Игорь: Два"]);
    only_task(&world);
}

#[tokio::test]
async fn a_refused_token_shuts_the_door_and_nothing_is_lost_when_it_is_mended() {
    let world = world().await;
    world.planfix().faults().inject(Injection::new(Door::PlanfixChat, Fault::RevokedToken));
    world.chat(igor().writes("Раз").writes("Два")).await;
    world.pass(60).await;
    let id = world.connection().await;
    let doors = world.bridge().engine.store().pauses(id).await.unwrap();
    let pause = doors.iter().find(|(door, _)| door.0 == "planfix.chat");
    assert_eq!(pause.unwrap().1.failure.code.as_str(), "PF-CHAT-TOKEN");
    world.planfix().faults().clear();
    world.pass(600).await;
    world.settle().await;
    assert_eq!(talk(&world).len(), 2, "{:?}", talk(&world));
}

#[tokio::test]
async fn a_rehearsal_says_that_planfix_makes_the_task() {
    let world = super::super::world(&[]).await;
    world.chat(igor().writes("Есть пионы?").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    let tag = [ON, ("create_on: start", "create_on: tag"), ("tags: []", "tags: [\"Заказ\"]")];
    let rehearsal = world.rehearse(&with_chats(&section(&tag))).await;
    let after = &rehearsal.rows[0].trial.after;
    assert_eq!(after.made, Made::Task, "the moment does not matter");
    assert!(after.contact.is_none() && after.assignee.is_none() && after.object.is_none());
    let before = &rehearsal.rows[0].trial.before;
    assert_eq!(after.name, before.name);
    let why = bridge::reason_text(&after.reason, Lang::Ru).unwrap();
    assert!(why.contains("создаёт сам Планфикс"), "{why}");
}
