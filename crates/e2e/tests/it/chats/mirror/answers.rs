//! Answers from the task: words and files.

use sandbox::planfix::TaskFile;
use sandbox::uis::chat::Story;

use super::super::igor;
use super::{ANNA, ANNA_THERE, IGOR, chat_of, talk, told, world};

fn note(name: &str, text: &str) -> TaskFile {
    let mime = "text/plain".to_owned();
    TaskFile { name: name.to_owned(), mime, content: text.as_bytes().to_vec() }
}

#[tokio::test]
async fn files_of_the_task_reach_the_visitor_as_files_after_the_words() {
    let world = world().await;
    world.chat(igor().writes("Пришлите прайс")).await;
    world.settle().await;
    let chat = chat_of(&world);
    let files = [note("прайс.txt", "пионы 5"), note("план.txt", "розы 3")];
    let answer = world.planfix().answer_with_files(ANNA_THERE, &chat, "Вот", &files).await;
    assert!(answer.is_accepted(), "{answer}");
    world.carry().await;
    world.settle().await;
    let messages = world.uis().chats().messages(chat.parse().unwrap());
    let said: Vec<_> = messages
        .iter()
        .filter(|one| one.source == "operator")
        .map(|one| (one.text.as_str(), world.uis().chats().file_of(one).map(|file| file.name)))
        .collect();
    let file = |name: &str| Some(name.to_owned());
    assert_eq!(said, [("Вот", None), ("", file("прайс.txt")), ("", file("план.txt"))]);
    // nothing of it comes back as an echo, and the ticks are of the whole message
    let answered = format!("{ANNA}: Вот (sent)");
    assert_eq!(talk(&world), [format!("{IGOR}: Пришлите прайс"), answered]);
    world.chat(igor().reads()).await;
    world.settle().await;
    assert!(talk(&world)[1].ends_with("Вот (read)"), "{:?}", talk(&world));
    let anna = world.operator(ANNA).await;
    let id = anna.only_card("mine").await;
    let thread = anna.get(&format!("cards/{id}/thread")).await.to_string();
    assert!(thread.contains("прайс.txt") && thread.contains("план.txt"), "{thread}");
}

#[tokio::test]
async fn a_file_that_can_not_be_had_keeps_no_words_back_and_the_task_is_told() {
    let world = world().await;
    world.chat(igor().writes("Пришлите прайс")).await;
    world.settle().await;
    let chat = chat_of(&world);
    world.planfix().configure(|settings| settings.chat_files += "/of-yesterday");
    let files = [note("прайс.txt", "пионы 5")];
    world.planfix().answer_with_files(ANNA_THERE, &chat, "Вот", &files).await;
    world.carry().await;
    world.settle().await;
    let messages = world.uis().chats().messages(chat.parse().unwrap());
    assert_eq!(messages.iter().filter(|one| one.text == "Вот").count(), 1, "{messages:?}");
    assert!(messages.iter().all(|one| one.resource.is_none()), "{messages:?}");
    let shown = &talk(&world)[1];
    assert!(shown.contains("error: Планфикс не отдал файл (HTTP 404)"), "{shown}");
}

#[tokio::test]
async fn a_chat_that_is_over_takes_no_answer_and_the_task_is_told() {
    let world = world().await;
    world.chat(igor().writes("Есть пионы?").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    let chat = chat_of(&world);
    world.planfix().answer_in_task(ANNA_THERE, &chat, "Есть").await;
    world.carry().await;
    world.settle().await;
    let messages = world.uis().chats().messages(chat.parse().unwrap());
    assert!(messages.iter().all(|one| one.text != "Есть"), "{messages:?}");
    assert!(talk(&world)[1].ends_with("(error: Чат уже закрыт)"), "{:?}", talk(&world));
}

#[tokio::test]
async fn when_the_window_of_whatsapp_has_closed_the_task_is_told_so() {
    let world = world().await;
    world.chat(Story::of("79032000004", "waba").writes("Есть пионы?")).await;
    world.settle().await;
    world.pass(25 * 3600).await;
    world.planfix().answer_in_task(ANNA_THERE, &chat_of(&world), "Есть").await;
    world.carry().await;
    world.settle().await;
    let talks = world.planfix().talks();
    let shown = told(talks.all().values().next().unwrap().messages.last().unwrap());
    assert!(shown.contains("(error: Окно WhatsApp закрыто"), "{shown}");
}

#[tokio::test]
async fn whoever_is_not_in_uis_answers_in_the_name_of_who_has_the_chat() {
    let world = world().await;
    let anna = world.operator(ANNA).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let id = anna.only_card("queue").await;
    anna.take(id).await;
    world.settle().await;
    // Глеб works in Planfix alone
    let chat = chat_of(&world);
    world.planfix().answer_in_task(4, &chat, "Есть").await;
    world.carry().await;
    world.settle().await;
    let messages = world.uis().chats().messages(chat.parse().unwrap());
    let ours = messages.iter().find(|one| one.text == "Есть").unwrap();
    assert_eq!(ours.operator, Some(4501));
    assert!(world.told().await.contains("в UIS такого сотрудника нет"), "{}", world.told().await);
}
