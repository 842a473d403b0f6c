//! The words of a chat in its task.

use super::{igor, only_task, world};

#[tokio::test]
async fn the_words_are_brought_up_to_date_seldom_and_are_complete_at_the_end() {
    let world = world(&[]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.pass(60).await;
    let writes = || world.planfix().ledger().without_reads().to_string().lines().count();
    let made = writes();
    for minute in 0..4 {
        world.chat(igor().writes(&format!("Ау {minute}"))).await;
        world.pass(30).await;
    }
    assert_eq!(writes(), made, "nothing is written within five minutes");
    world.pass(300).await;
    assert_eq!(writes(), made + 1, "four words are one update");
    world.chat(igor().writes("Последнее").after(1).ends("closed_by_visitor")).await;
    world.pass(5).await;
    let description = only_task(&world).description;
    assert!(description.contains("Последнее"), "{description}");
    insta::assert_snapshot!(description);
}

#[tokio::test]
async fn a_lost_chat_is_called_so_in_its_task() {
    let world = world(&[("create_on: start", "create_on: finish")]).await;
    world.chat(igor().writes("Есть кто?").after(30).ends("closed_by_timeout")).await;
    world.settle().await;
    let description = only_task(&world).description;
    assert!(description.contains("Потерянный чат"), "{description}");
}

#[tokio::test]
async fn the_words_go_into_an_open_task_as_comments() {
    let repeat = ("repeat: { create: task,", "repeat: { create: task_if_none_open,");
    let world = world(&[repeat]).await;
    world.chat(igor().writes("Первый раз").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    world.chat(igor().writes("Второй раз").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    only_task(&world);
    let comments = world.planfix().ledger().rest().containing("comments").to_string();
    assert!(comments.contains("comments"), "{}", world.planfix().ledger());
}
