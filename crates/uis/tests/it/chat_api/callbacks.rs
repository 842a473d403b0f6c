//! Callbacks as UIS documents them, and as they may come besides.

use domain::chats::{
    AttachmentKind, ChannelId, ChatCallback, ChatChannelKind, ChatEvent, ChatId, CloseReason,
    Initiator, MessageId, MessageSource, MessageStatus, UisAccountId, VisitorAddress, VisitorId,
};
use domain::ids::UisEmployeeId;
use domain::phone::Phone;
use serde_json::{Value, json};
use uis::chat_api::callbacks::{Unreadable, read};

#[track_caller]
fn read_json(method: &str, path: &str, body: &Value) -> ChatCallback {
    read(method, path, body.to_string().as_bytes()).unwrap()
}

#[test]
fn a_chat_begins() {
    let callback = read_json(
        "POST",
        "/chat",
        &json!({
            "context": { "app_id": 101, "chat_channel_id": 7 },
            "account_id": 101, "channel_id": 7, "chat_id": "55", "visitor_id": 900,
            "visitor_phone": "+79031234567", "operator_id": null, "initiator": "visitor",
            "created_at": "2026-03-01T12:00:00+03:00",
        }),
    );
    assert_eq!(callback.account, Some(UisAccountId(101)));
    assert_eq!(callback.channel, Some(ChannelId(7)));
    assert_eq!(
        callback.event,
        ChatEvent::Opened {
            chat: ChatId(55),
            visitor: Some(VisitorId(900)),
            addresses: vec![VisitorAddress::Phone(Phone::parse("79031234567").unwrap())],
            operator: None,
            initiator: Some(Initiator::Visitor),
            at: Some("2026-03-01T09:00:00Z".parse().unwrap()),
        }
    );
}

#[test]
fn where_it_is_from_may_stand_in_the_context_alone() {
    let body = json!({ "context": { "app_id": "101", "chat_channel_id": 7 }, "chat_id": 55 });
    let callback = read_json("POST", "chat/", &body);
    assert_eq!(callback.account, Some(UisAccountId(101)));
    assert_eq!(callback.channel, Some(ChannelId(7)));
}

#[test]
fn an_employee_gets_a_chat_by_either_version() {
    let body = json!({ "chat_id": 55, "operator_id": 3 });
    let assigned =
        ChatEvent::OperatorAssigned { chat: ChatId(55), operator: Some(UisEmployeeId(3)) };
    assert_eq!(read_json("PATCH", "/chat", &body).event, assigned);
    assert_eq!(read_json("POST", "/chat/operator", &body).event, assigned);
    assert_eq!(read_json("PATCH", "/chat/55", &json!({ "operator_id": "3" })).event, assigned);
}

#[test]
fn a_chat_ends_for_a_reason_known_or_not() {
    let closed = |reason: &str| {
        read_json("POST", "/chat/close", &json!({ "chat_id": 55, "reason": reason })).event
    };
    let expected = |reason| ChatEvent::Closed {
        chat: ChatId(55),
        operator: None,
        reason: Some(reason),
        at: None,
    };
    assert_eq!(closed("closed_by_visitor"), expected(CloseReason::Visitor));
    assert_eq!(closed("bored"), expected(CloseReason::Other("bored".to_owned())));
}

#[test]
fn a_message_with_a_file_and_a_quote() {
    let callback = read_json(
        "POST",
        "/message",
        &json!({
            "context": { "conversation_frame_ts": 1_772_359_200 },
            "chat_id": 55, "id": 77, "source": "visitor", "reply_to_id": 76,
            "text": " null {{name}} ", "status": "delivered", "created_at": 1_772_355_600,
            "resource": {
                "id": 5, "token": "t", "type": "hologram", "name": "план.png", "size": "10",
                "mime_type": "image/png",
            },
            "invented_later": [1],
        }),
    );
    assert_eq!(callback.context.frame_until(), Some("2026-03-01T10:00:00Z".parse().unwrap()));
    let ChatEvent::Message(message) = callback.event else { panic!("not a message") };
    assert_eq!((message.id.0.as_str(), message.chat), ("77", Some(ChatId(55))));
    assert_eq!(message.source, Some(MessageSource::Visitor));
    assert_eq!(message.reply_to, Some(MessageId("76".to_owned())));
    assert_eq!(message.text.as_deref(), Some(" null {{name}} "), "the text stays as written");
    assert_eq!(message.at, Some("2026-03-01T09:00:00Z".parse().unwrap()));
    let file = message.attachment.unwrap();
    assert_eq!((file.id.as_str(), file.token.as_str(), file.size), ("5", "t", Some(10)));
    assert_eq!(file.kind, AttachmentKind::Other("hologram".to_owned()));
}

#[test]
fn a_message_may_change_under_any_likely_address() {
    let body = json!({ "id": 77, "text": "иначе" });
    for (method, path) in
        [("PATCH", "/message"), ("PATCH", "/message/77"), ("POST", "/message/update")]
    {
        let ChatEvent::MessageChanged(message) = read_json(method, path, &body).event else {
            panic!("{method} {path} is no change")
        };
        assert_eq!((message.id.0.as_str(), message.text.as_deref()), ("77", Some("иначе")));
    }
}

#[test]
fn a_message_comes_further() {
    let body = json!({ "chat_id": 55, "message_id": 77, "status": "read" });
    assert_eq!(
        read_json("POST", "/message/status", &body).event,
        ChatEvent::MessageStatus {
            chat: Some(ChatId(55)),
            message: MessageId("77".to_owned()),
            status: MessageStatus::Read,
        }
    );
}

#[test]
fn a_visitor_says_who_he_is() {
    let card = json!({
        "name": "Анна", "company": null, "comment": "", "phones": ["8 903 123-45-67", "нет"],
        "emails": ["anna@example.ru", "anna@example.ru", { "email": "a@example.ru" }],
    });
    let body = json!({ "chat_id": 55, "visitor_id": 900, "visitor_card": card });
    let ChatEvent::VisitorCard { card, visitor, .. } =
        read_json("POST", "/visitor/card", &body).event
    else {
        panic!("not a card")
    };
    assert_eq!((visitor, card.name.as_deref()), (VisitorId(900), Some("Анна")));
    assert_eq!(card.phones, [Phone::parse("79031234567").unwrap()]);
    assert_eq!(card.emails, ["anna@example.ru", "a@example.ru"]);
}

#[test]
fn channels_and_accounts_come_and_go() {
    let body = json!({ "id": 7, "type": "ozon", "name": "Озон", "status": "active" });
    let ChatEvent::ChannelKnown(channel) = read_json("POST", "/channel", &body).event else {
        panic!("not a channel")
    };
    assert_eq!(channel.id, ChannelId(7));
    assert_eq!(channel.kind, Some(ChatChannelKind::Other("ozon".to_owned())));
    let patched = read_json("PATCH", "/channel/7", &json!({ "name": "Озон 2" })).event;
    assert!(matches!(patched, ChatEvent::ChannelKnown(channel) if channel.id == ChannelId(7)));
    let gone = read("DELETE", "/channel/7", b"").unwrap().event;
    assert_eq!(gone, ChatEvent::ChannelGone(ChannelId(7)));
    let gone = read("DELETE", "/account/101", b"").unwrap().event;
    assert_eq!(gone, ChatEvent::AccountGone(UisAccountId(101)));
    let known = read_json("POST", "/account", &json!({ "id": 101, "name": "Ромашка" })).event;
    assert!(matches!(known, ChatEvent::AccountKnown(account) if account.id == UisAccountId(101)));
}

#[test]
fn what_is_unreadable_says_why_in_both_languages() {
    for (method, path, body, russian, english) in [
        ("GET", "/chat", "{}", "GET /chat неизвестен", "no callback GET /chat"),
        ("POST", "/chat", " ", "пуст", "empty"),
        ("POST", "/chat", "[1]", "не объект JSON", "not a JSON object"),
        ("POST", "/chat", "{", "не объект JSON", "not a JSON object"),
        ("POST", "/chat", "{}", "нет «chat_id»", "`chat_id` is missing"),
        ("POST", "/chat", r#"{"chat_id":"x"}"#, "«x»", "`chat_id` is `x`"),
        ("POST", "/message", r#"{"chat_id":1}"#, "нет «id»", "`id` is missing"),
        ("POST", "/message/status", r#"{"message_id":1}"#, "нет «status»", "`status` is missing"),
        ("DELETE", "/channel/x", "", "«x»", "`channel_id` is `x`"),
    ] {
        let why: Unreadable = read(method, path, body.as_bytes()).unwrap_err();
        assert!(why.russian().contains(russian), "{}", why.russian());
        assert!(why.to_string().contains(english), "{why}");
    }
}
