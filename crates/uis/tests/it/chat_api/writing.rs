//! What an operator does goes out as UIS documents it.

use domain::chats::{
    Attachment, AttachmentKind, ChannelId, ChatContext, ChatId, MessageId, MessageStatus,
    UisAccountId, VisitorAddress, VisitorId,
};
use domain::ids::UisEmployeeId;
use domain::phone::Phone;
use serde_json::{Map, json};
use uis::chat_api::{ChatClosing, ChatTransfer, NewChat};

use super::world::{Chats, a_message, ok, place};

const NOW: &str = "2026-03-01T09:00:00Z";

#[tokio::test]
async fn a_message_with_a_file_a_quote_and_a_template() {
    let chats = Chats::start(|_| ok(&json!({ "id": "9", "status": "accepted" }))).await;
    let mut message = a_message();
    message.reply_to = Some(MessageId("8".to_owned()));
    message.attachment = Some(Attachment {
        id: "r1".to_owned(),
        token: "t1".to_owned(),
        kind: AttachmentKind::Photo,
        name: Some("план.png".to_owned()),
        size: Some(10),
        mime: Some("image/png".to_owned()),
    });
    let template = json!({ "id": 4, "text": "Здравствуйте", "keyboard": [] });
    let channel =
        ChatContext(Map::from_iter([("message_templates".to_owned(), json!([template]))]));
    message.context = channel.templates().first().map(ChatContext::of_template);

    let sent = chats.api.send_message(&message).await.unwrap();
    assert_eq!((sent.id.0.as_str(), sent.status), ("9", Some(MessageStatus::Accepted)));
    assert_eq!(
        chats.last().json(),
        json!({
            "account_id": 101, "channel_id": 7, "chat_id": 55, "operator_id": 3,
            "source": "operator", "text": "Добрый день!", "created_at": NOW, "reply_to_id": 8,
            "resource": { "id": "r1", "token": "t1", "type": "photo", "name": "план.png", "size": 10 },
            "context": { "template": template },
        })
    );
}

#[tokio::test]
async fn an_id_that_is_no_number_goes_back_as_it_came() {
    let chats = Chats::start(|_| ok(&json!({ "id": "a-1" }))).await;
    let mut message = a_message();
    message.reply_to = Some(MessageId("0f-77".to_owned()));
    let sent = chats.api.send_message(&message).await.unwrap();
    assert_eq!(sent.id.0, "a-1");
    assert_eq!(chats.last().json()["reply_to_id"], "0f-77");
}

#[tokio::test]
async fn a_chat_that_an_employee_begins() {
    let chats = Chats::start(|_| ok(&json!({ "chat_id": "56", "visitor_id": 900 }))).await;
    let new = NewChat {
        account: UisAccountId(101),
        channel: ChannelId(7),
        visitor: VisitorAddress::Phone(Phone::parse("+7 903 123-45-67").unwrap()),
        operator: UisEmployeeId(3),
    };
    let opened = chats.api.open_chat(&new).await.unwrap();
    assert_eq!((opened.chat, opened.visitor), (ChatId(56), Some(VisitorId(900))));
    assert_eq!(
        chats.last().json(),
        json!({
            "account_id": 101, "channel_id": 7, "visitor_phone": "79031234567", "operator_id": 3,
            "initiator": "operator", "created_at": NOW,
        })
    );
}

#[tokio::test]
async fn closing_and_handing_over_may_be_answered_with_nothing() {
    let chats = Chats::start(|_| (204, "text/plain", Vec::new())).await;
    let context = ChatContext(Map::from_iter([("app_id".to_owned(), json!(101))]));
    let closing =
        ChatClosing { place: place(), operator: UisEmployeeId(3), context: Some(context) };
    chats.api.close_chat(&closing).await.unwrap();
    let closed = chats.last();
    assert_eq!(closed.line, "POST /v1/adapter/chat/close");
    assert_eq!(
        closed.json(),
        json!({
            "account_id": 101, "channel_id": 7, "chat_id": 55, "operator_id": 3,
            "reason": "closed_by_operator", "context": { "app_id": 101 },
        })
    );

    let transfer = ChatTransfer { place: place(), from: UisEmployeeId(3), to: UisEmployeeId(4) };
    chats.api.transfer_chat(&transfer).await.unwrap();
    let transferred = chats.last();
    assert_eq!(transferred.line, "POST /v1/adapter/chat/transfer");
    assert_eq!(transferred.json()["from_operator_id"], 3);
    assert_eq!(transferred.json()["to_operator_id"], 4);
}
