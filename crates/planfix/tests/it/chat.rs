//! The chat API: what is sent, and what answers mean.

use domain::Class;
use domain::ids::{ContactId, TaskId};
use planfix::chat::{ChatContact, Echo, File, MessageStatus, NewMessage};

use crate::stage::{Stage, answer, ok};

fn message() -> NewMessage {
    NewMessage {
        chat: "774411".to_owned(),
        text: "Есть пионы?".to_owned(),
        contact: ChatContact {
            id: "9001".to_owned(),
            name: "Игорь".to_owned(),
            email: None,
            phone: domain::phone::Phone::parse("79032000004"),
        },
        channel: Some("Сайт".to_owned()),
        title: Some("Чат с Игорем".to_owned()),
        files: Vec::new(),
        echo: None,
    }
}

fn fields(body: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(body.as_bytes()).into_owned().collect()
}

#[tokio::test]
async fn a_message_is_a_form_with_the_token_in_it() {
    let stage = Stage::answering([ok("")]).await;
    let file = File { name: "a.txt".to_owned(), url: "https://svyazka.example/a".parse().unwrap() };
    let other =
        File { name: "b.txt".to_owned(), url: "https://svyazka.example/b".parse().unwrap() };
    let echo = Some(Echo { user_email: Some("smirnova@romashka.ru".to_owned()) });
    let echoed = NewMessage { files: vec![file, other], echo, ..message() };
    stage.chat.new_message(&echoed).await.unwrap();
    let asked = stage.only_asked();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/webchat/api"));
    let told: Vec<String> =
        fields(&asked.body).iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(
        told,
        [
            "cmd=newMessage",
            "providerId=svyazka",
            "chatId=774411",
            "message=Есть пионы?",
            "contactId=9001",
            "contactName=Игорь",
            "contactPhone=79032000004",
            "channel=Сайт",
            "title=Чат с Игорем",
            "attachments[name]=a.txt",
            "attachments[url]=https://svyazka.example/a",
            "attachments[name]=b.txt",
            "attachments[url]=https://svyazka.example/b",
            "isEcho=1",
            "userEmail=smirnova@romashka.ru",
            "planfix_token=chat-token",
        ]
    );
}

#[tokio::test]
async fn what_planfix_does_not_know_is_no_error() {
    let stage = Stage::answering([
        answer(400, r#"{"error":"task not found"}"#),
        answer(400, r#"{"error":"unknown contact"}"#),
        ok(r#"{"data":{"number":1014}}"#),
        ok(r#"{"data":{"number":1058}}"#),
    ])
    .await;
    assert_eq!(stage.chat.task_of("1").await.unwrap(), None);
    assert_eq!(stage.chat.contact_of("1").await.unwrap(), None);
    assert_eq!(stage.chat.task_of("1").await.unwrap(), Some(TaskId(1014)));
    assert_eq!(stage.chat.contact_of("1").await.unwrap(), Some(ContactId(1058)));
}

#[tokio::test]
async fn refusals_and_troubles_have_their_classes() {
    let cases = [
        (401, r#"{"error":"Invalid token"}"#, Class::AuthBroken, "PF-CHAT-TOKEN"),
        (400, r#"{"error":"Invalid parameters"}"#, Class::Permanent, "PF-CHAT-PARAMETERS"),
        (429, "", Class::Retry, "PF-CHAT-LIMIT"),
        (500, "", Class::Unknown, "PF-CHAT-SERVER"),
        (200, "<!DOCTYPE html><html></html>", Class::Unknown, "PF-CHAT-HTML"),
    ];
    for (status, body, class, code) in cases {
        let stage = Stage::answering([answer(status, body)]).await;
        let failure = stage.chat.new_message(&message()).await.unwrap_err();
        assert_eq!((failure.class, failure.code.as_str()), (class, code), "{status} {body}");
    }
}

#[tokio::test]
async fn an_error_is_told_with_its_reason() {
    let stage = Stage::answering([ok("")]).await;
    let status = MessageStatus::Error { text: "Не доставлено".to_owned() };
    stage.chat.message_status("pf-1", &status).await.unwrap();
    let told = fields(&stage.only_asked().body);
    assert!(
        told.contains(&("messageStatusText".to_owned(), "Не доставлено".to_owned())),
        "{told:?}"
    );
}
