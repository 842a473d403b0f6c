//! «Вести переписку и в задаче Планфикса»: the chat in its task, both ways.

mod answers;
mod begun_there;
mod lanes;
mod numbers;
mod switches;

use axum::http::StatusCode;
use cabinet::HookKind;
use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};
use sandbox::planfix::TalkMessage;
use sandbox::uis::chat::Fate;

use super::{igor, only_task};

const ANNA: &str = "smirnova@romashka.ru";
/// Анна in Planfix.
const ANNA_THERE: u64 = 1;

/// What switches the mirror on.
const ON: (&str, &str) = ("    tags: []\n", "    tags: []\n    mirror: true\n");
/// The visitor, as he is named in the task.
const IGOR: &str = "Игорь Лебедев";

/// A world with the mirror switched on.
async fn world() -> World {
    super::world(&[ON]).await
}

/// Saves the usual settings anew, with these texts of «Чаты» replaced.
async fn change(world: &World, changes: &[(&str, &str)]) {
    let section = super::section(changes);
    world.change_settings(&super::with_chats(&section)).await;
}

fn chat_of(world: &World) -> String {
    world.uis().chats().all()[0].id.to_string()
}

fn talk(world: &World) -> Vec<String> {
    let talks = world.planfix().talks();
    assert_eq!(talks.all().len(), 1, "{}", world.planfix().ledger());
    let (_, talk) = talks.all().iter().next().unwrap();
    talk.messages.iter().map(told).collect()
}

fn told(message: &TalkMessage) -> String {
    let status = message.status.as_ref().map(|how| format!(" ({how})")).unwrap_or_default();
    format!("{}: {}{status}", message.author, message.text)
}

/// Planfix takes the next message, and its answer never arrives.
fn the_next_answer_is_lost(world: &World) {
    let lost = Fault::Cut { when: When::AfterCommit };
    let injection = Injection::new(Door::PlanfixChat, lost).times(1).path("newMessage");
    world.planfix().faults().inject(injection);
}

#[tokio::test]
async fn switched_off_nothing_of_it_happens() {
    let world = super::world(&[]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    assert!(world.planfix().talks().all().is_empty());
    let answer = world.planfix().answer_in_task(ANNA_THERE, &chat_of(&world), "Есть").await;
    assert_eq!(answer.status, Some(400));
    assert!(answer.shown().contains("выключено"), "{answer}");
}

#[tokio::test]
async fn the_task_and_the_contact_are_made_once_and_by_planfix() {
    let world = world().await;
    world.chat(igor().writes("Есть пионы?").writes("И розы?")).await;
    world.settle().await;
    assert_eq!(
        talk(&world),
        ["Игорь Лебедев: Есть пионы?", "Игорь Лебедев: И розы?"],
        "{}",
        world.planfix().ledger()
    );
    let task = only_task(&world);
    assert!(task.name.starts_with("Чат с "), "{}", task.name);
    assert_eq!(world.planfix().contacts().len(), 1);
    let rest = world.planfix().ledger().rest().without_reads().to_string();
    assert!(!rest.contains("POST task/ ") && !rest.contains("POST contact/ "), "{rest}");
    let told = world.told().await;
    assert!(told.contains("Переписка идёт и в задаче Планфикса"), "{told}");
    assert!(told.contains("Планфикс принял: сообщение в задачу чата"), "{told}");
    assert_eq!(world.journal().await[0].task, Some(i64::try_from(task.id).unwrap()));
}

#[tokio::test]
async fn what_the_operator_writes_here_is_shown_in_the_task_as_his() {
    let world = world().await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    anna.say(id, "one", "Есть, розовые").await;
    world.settle().await;
    assert_eq!(talk(&world), ["Игорь Лебедев: Есть пионы?", &format!("{ANNA}: Есть, розовые")]);
}

#[tokio::test]
async fn an_answer_from_the_task_goes_to_the_visitor_once_and_its_ticks_come_back() {
    let world = world().await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    let chat = chat_of(&world);
    let answer = world.planfix().answer_in_task(ANNA_THERE, &chat, "Есть, розовые").await;
    assert!(answer.is_accepted(), "{answer}");
    assert!(answer.body.contains(&format!("\"chatId\":\"{chat}\"")), "{answer:?}");
    world.carry().await;
    assert!(world.planfix().answer_again(ANNA_THERE, &chat).await.is_accepted());
    world.carry().await;
    world.settle().await;
    let said = world.uis().chats().messages(chat.parse().unwrap());
    let ours: Vec<_> = said.iter().filter(|one| one.text == "Есть, розовые").collect();
    assert_eq!(ours.len(), 1, "{said:?}");
    assert_eq!(ours[0].operator, Some(4501));
    assert_eq!(
        talk(&world),
        ["Игорь Лебедев: Есть пионы?", &format!("{ANNA}: Есть, розовые (sent)")]
    );
    world.chat(igor().answers("Беру").reads()).await;
    world.settle().await;
    let seen = format!("{ANNA}: Есть, розовые (read)");
    assert_eq!(talk(&world), ["Игорь Лебедев: Есть пионы?", &seen, "Игорь Лебедев: Беру"]);
    assert!(world.told().await.contains("В задаче написал сотрудник Планфикса"));
}

#[tokio::test]
async fn an_answer_that_is_not_delivered_is_told_to_the_task() {
    let world = world().await;
    world.uis().chats().configure(|settings| settings.fate = Fate::Error);
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    world.planfix().answer_in_task(ANNA_THERE, &chat_of(&world), "Есть").await;
    world.carry().await;
    world.settle().await;
    let talk = talk(&world);
    assert!(talk[1].ends_with("(error: Канал не доставил сообщение)"), "{talk:?}");
}

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let world = world().await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.planfix().configure(|settings| settings.chat_hook_token = "guess".to_owned());
    let answer = world.planfix().answer_in_task(ANNA_THERE, &chat_of(&world), "Есть").await;
    assert_eq!((answer.status, answer.shown().as_str()), (Some(401), "Invalid token"));
    let hook = world.hook_url(HookKind::PlanfixChat).await;
    let form = "application/x-www-form-urlencoded";
    let (status, _) = world.post(&hook, form, "cmd=newMessage").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn while_planfix_is_away_messages_wait_and_then_come_in_order() {
    let world = world().await;
    world
        .planfix()
        .faults()
        .inject(Injection::new(Door::PlanfixChat, Fault::ServerError { when: When::BeforeCommit }));
    world.chat(igor().writes("Раз").writes("Два").writes("Три")).await;
    world.pass(30).await;
    assert!(world.planfix().talks().all().is_empty());
    world.planfix().faults().clear();
    world.settle().await;
    assert_eq!(talk(&world), ["Игорь Лебедев: Раз", "Игорь Лебедев: Два", "Игорь Лебедев: Три"]);
}

#[tokio::test]
async fn a_first_message_whose_answer_is_lost_is_not_doubled() {
    let world = world().await;
    the_next_answer_is_lost(&world);
    world.chat(igor().writes("Раз")).await;
    world.settle().await;
    assert_eq!(talk(&world), ["Игорь Лебедев: Раз"]);
    only_task(&world);
}

#[tokio::test]
async fn a_later_message_whose_answer_is_lost_is_not_sent_again_by_itself() {
    let world = world().await;
    world.chat(igor().writes("Раз")).await;
    world.settle().await;
    the_next_answer_is_lost(&world);
    world.chat(igor().writes("Два")).await;
    world.settle().await;
    assert_eq!(talk(&world), ["Игорь Лебедев: Раз", "Игорь Лебедев: Два"]);
    assert!(world.told().await.contains("PF-CHAT-UNKNOWN"), "{}", world.told().await);
}

#[tokio::test]
async fn a_file_is_fetched_from_us_and_its_address_can_not_be_guessed() {
    let world = world().await;
    world.chat(igor().sends_note("list.txt", "пионы 5")).await;
    world.settle().await;
    let talks = world.planfix().talks();
    let file = talks.talk(&chat_of(&world)).unwrap().messages[0].files[0].clone();
    assert!(file.starts_with(world.url.as_str()), "{file}");
    let (status, content) = world.get(&file.parse().unwrap()).await;
    assert_eq!((status, content.as_str()), (StatusCode::OK, "пионы 5"));
    let guess = file.replace("?line=", "?line=x");
    assert_eq!(world.get(&guess.parse().unwrap()).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_becomes_known_later_is_told_to_the_contact() {
    let world = world().await;
    world.chat(igor().writes("Раз").introduces("Игорь Петров", None, Some("petrov@mail.ru"))).await;
    world.settle().await;
    let contact = world.planfix().contacts().remove(0);
    assert_eq!(contact.name, "Игорь Петров");
    assert_eq!(contact.email.as_deref(), Some("petrov@mail.ru"));
}
