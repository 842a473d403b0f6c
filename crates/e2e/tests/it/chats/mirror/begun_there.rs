//! «Написать»: an employee of Planfix writes first.

use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};

use super::super::{igor, only_task};
use super::{ANNA, ANNA_THERE, talk, world};

const PHONE: &str = "79032000004";

#[tokio::test]
async fn who_writes_first_begins_a_chat_in_a_messenger_and_the_reply_stands_in_the_same_task() {
    let world = world().await;
    let contact = world.add_contact("Лебедев", PHONE, Some(3));
    let answer = world.planfix().write_to_contact(ANNA_THERE, PHONE, "Пионы приехали").await;
    assert!(answer.is_accepted(), "{answer}");
    world.carry().await;
    world.settle().await;
    let chats = world.uis().chats().all();
    assert_eq!(chats.len(), 1, "{}", world.uis().chats().ledger());
    assert_eq!(chats[0].operator, Some(4501));
    let kinds = world.uis().chats().channels();
    let channel = kinds.iter().find(|channel| channel.id == chats[0].channel).unwrap();
    assert_eq!(channel.kind, "whatsapp");
    let said = world.uis().chats().messages(chats[0].id);
    assert!(said.iter().any(|one| one.text == "Пионы приехали"), "{said:?}");

    world.chat(sandbox::uis::chat::Story::of(PHONE, "whatsapp").writes("Беру пять")).await;
    world.settle().await;
    let shown = talk(&world);
    assert_eq!(shown[0], format!("{ANNA}: Пионы приехали (sent)"));
    assert!(shown[1].ends_with(": Беру пять"), "{shown:?}");
    assert_eq!(shown.len(), 2, "{shown:?}");
    only_task(&world);
    assert_eq!(world.planfix().contacts().len(), 1);
    let listed = world.journal().await.remove(0);
    assert_eq!(listed.contact, Some(i64::try_from(contact).unwrap()));
}

#[tokio::test]
async fn the_same_message_brought_again_begins_no_second_chat() {
    let world = world().await;
    world.planfix().write_to_contact(ANNA_THERE, PHONE, "Пионы приехали").await;
    world.carry().await;
    let hook = world.hook_url(cabinet::HookKind::PlanfixChat).await;
    let form = "application/x-www-form-urlencoded";
    let again = "cmd=newMessage&providerId=svyazka&token=sandbox-webchat-key&message=x&messageId=pf-1\
                 &userName=x&userLastName=x&contactPhone=79032000004";
    let (status, answer) = world.post(&hook, form, again).await;
    assert_eq!(status, 200, "{answer}");
    let chats = world.uis().chats().all();
    assert_eq!(chats.len(), 1);
    assert!(answer.contains(&format!("\"chatId\":\"{}\"", chats[0].id)), "{answer}");
}

#[tokio::test]
async fn when_uis_does_not_say_whether_it_began_the_chat_nobody_is_written_to_twice() {
    let world = world().await;
    world.uis().faults().inject(
        Injection::new(Door::ChatApi, Fault::Cut { when: When::AfterCommit }).times(1).path("chat"),
    );
    let first = world.planfix().write_to_contact(ANNA_THERE, PHONE, "Пионы приехали").await;
    assert!(first.shown().contains("Неизвестно, начат ли чат"), "{first}");
    let hook = world.hook_url(cabinet::HookKind::PlanfixChat).await;
    let form = "application/x-www-form-urlencoded";
    let again = "cmd=newMessage&providerId=svyazka&token=sandbox-webchat-key&message=x&messageId=pf-1\
                 &userName=x&userLastName=x&contactPhone=79032000004";
    let (status, answer) = world.post(&hook, form, again).await;
    assert_eq!(status, 400);
    assert!(answer.contains("Неизвестно, начат ли чат"), "{answer}");
    assert!(world.uis().chats().all().len() <= 1);
}

#[tokio::test]
async fn switched_off_nobody_is_written_to() {
    let world = super::super::world(&[]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    let answer = world.planfix().write_to_contact(ANNA_THERE, PHONE, "Пионы приехали").await;
    assert!(answer.shown().contains("выключено"), "{answer}");
    assert_eq!(world.uis().chats().all().len(), 1);
}
