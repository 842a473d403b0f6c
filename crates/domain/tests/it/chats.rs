//! What is known of a chat, callback by callback.

use domain::chats::{
    ChatCallback, ChatContext, ChatEvent, ChatFacts, ChatId, ChatMessage, ChatReport, CloseReason,
    MessageId, MessageSource, VisitorAddress, VisitorCard, VisitorId,
};
use domain::decide::describe_chat;
use domain::phone::Phone;
use domain::workspace::{Author, Line, MessageLine};
use jiff::Timestamp;
use jiff::tz::TimeZone;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_442_000 + second).unwrap()
}

fn told(event: ChatEvent) -> ChatCallback {
    ChatCallback { account: None, channel: None, context: ChatContext::default(), event }
}

fn said(source: MessageSource, text: &str, second: i64) -> ChatCallback {
    told(ChatEvent::Message(ChatMessage {
        id: MessageId(second.to_string()),
        chat: Some(ChatId(7)),
        visitor: Some(VisitorId(3)),
        source: Some(source),
        operator: None,
        reply_to: None,
        text: Some(text.to_owned()),
        at: Some(at(second)),
        status: None,
        attachment: None,
        system: None,
    }))
}

fn closed(second: i64) -> ChatCallback {
    let (chat, at) = (ChatId(7), Some(at(second)));
    told(ChatEvent::Closed { chat, operator: None, reason: Some(CloseReason::Timeout), at })
}

fn facts(callbacks: impl IntoIterator<Item = ChatCallback>) -> ChatFacts {
    let mut facts = ChatFacts::new(ChatId(7), at(0));
    for callback in callbacks {
        facts.observe(&callback, at(100));
    }
    facts
}

#[test]
fn a_form_tells_phone_and_email() {
    let facts = facts([said(
        MessageSource::FormText,
        "Имя: Анна\nТелефон: 8 903 123-45-67\nПочта: anna@example.ru",
        1,
    )]);
    assert!(!facts.lacks_contact_data());
    assert_eq!(facts.client().phones, [Phone::parse("79031234567").unwrap()]);
    assert_eq!(facts.client().emails[0].as_str(), "anna@example.ru");
}

#[test]
fn a_card_adds_to_what_the_channel_told() {
    let opened = told(ChatEvent::Opened {
        chat: ChatId(7),
        visitor: Some(VisitorId(3)),
        addresses: vec![VisitorAddress::Phone(Phone::parse("79031234567").unwrap())],
        operator: None,
        initiator: None,
        at: Some(at(-5)),
    });
    let card = VisitorCard { name: Some("Анна".to_owned()), ..VisitorCard::default() };
    let visitor = VisitorId(3);
    let known = told(ChatEvent::VisitorCard { chat: Some(ChatId(7)), visitor, card });
    let facts = facts([opened, known]);
    assert_eq!((facts.began_at, facts.client_name().as_str()), (at(-5), "Анна"));
    assert_eq!(facts.client().phones.len(), 1);
}

#[test]
fn a_chat_nobody_answered_is_lost() {
    assert!(facts([said(MessageSource::Visitor, "Ау", 1), closed(9)]).is_lost());
    let answered =
        [said(MessageSource::Visitor, "Ау", 1), said(MessageSource::Operator, "Да", 2), closed(9)];
    assert!(!facts(answered).is_lost());
    assert!(!facts([said(MessageSource::Visitor, "Ау", 1)]).is_lost());
}

#[test]
fn who_writes_after_the_end_opens_it_again_and_a_late_word_does_not() {
    let again =
        [said(MessageSource::Visitor, "Ау", 1), closed(9), said(MessageSource::Visitor, "Ау", 10)];
    assert_eq!(facts(again).closing, None);
    let late = [closed(9), said(MessageSource::Visitor, "Ау", 8)];
    assert!(facts(late).closing.is_some());
}

#[test]
fn the_report_tells_the_visit() {
    let mut facts = facts([]);
    let columns = [("site_domain_name", "romashka.ru"), ("chat_channel_type", "telegram")];
    let columns = columns.map(|(name, value)| (name.to_owned(), value.to_owned()));
    facts.learn(ChatReport { columns: columns.into(), ..ChatReport::default() });
    assert_eq!(facts.template_variables().get("site_domain_name"), Some("romashka.ru"));
    assert_eq!(facts.channel_kind.unwrap().as_str(), "telegram");
}

fn line(second: i64, text: &str) -> (Timestamp, Line) {
    let message = MessageLine {
        author: Author::Visitor,
        employee: None,
        name: None,
        text: text.to_owned(),
        reply_to: None,
        attachment: None,
        message: None,
        delivery: None,
        error: None,
        changed: false,
    };
    (at(second), Line::Message(Box::new(message)))
}

#[test]
fn the_description_holds_every_word_and_no_strangers_markup() {
    let lines = [line(1, "<b>Жирно</b>"), line(2, "Две\nстроки")];
    let text = describe_chat(&facts([]), &lines, &TimeZone::UTC);
    assert!(text.contains("&lt;b&gt;Жирно&lt;/b&gt;"), "{text}");
    assert!(text.contains("Две<br>\nстроки"), "{text}");
}

#[test]
fn of_a_long_chat_the_end_is_kept() {
    let lines: Vec<_> =
        (0..2_000).map(|second| line(second, &format!("слово {second}."))).collect();
    let text = describe_chat(&facts([]), &lines, &TimeZone::UTC);
    assert!(text.chars().count() < 70_000);
    assert!(text.contains("слово 1999.") && !text.contains("слово 1."), "wrong end");
    assert!(text.contains("начало переписки"));
}
