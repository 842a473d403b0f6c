//! Svyazka's own client of the Chat API and reader of callbacks against this simulated UIS, over HTTP.

use domain::chats::{
    ChannelId, ChatContext, ChatEvent, ChatId, MessageId, UisAccountId, VisitorAddress,
};
use domain::failure::Class;
use domain::ids::UisEmployeeId;
use domain::phone::Phone;
use jiff::SignedDuration;
use sandbox::Door;
use sandbox::faults::{Fault, Throttling, When};
use sandbox::uis::chat::{Act, File, LOGIN, PASSWORD};
use uis::chat_api::callbacks::{dedup_key, read};
use uis::chat_api::{
    AdapterLogin, ChatApi, ChatClosing, ChatPlace, ChatTransfer, NewChat, OutgoingMessage, Upload,
};
use upstream::{Http, HttpOptions};

use crate::uis_chat_world::World;

const ANNA: UisEmployeeId = UisEmployeeId(4501);
const VERA: UisEmployeeId = UisEmployeeId(4503);

fn client(world: &World, password: &str) -> ChatApi {
    let http = Http::new(HttpOptions { allow_private: true }).unwrap();
    let url = format!("{}/uis/chat", world.origin).parse().unwrap();
    let login = AdapterLogin { login: LOGIN.to_owned(), password: password.into() };
    ChatApi::new(http, url, login, world.clock.clone())
}

fn id(number: u64) -> i64 {
    i64::try_from(number).unwrap()
}

fn place(world: &World, chat: u64) -> ChatPlace {
    let chat = world.chats().all().into_iter().find(|known| known.id == chat).unwrap();
    let account = UisAccountId(id(world.sandbox.uis().company().account.app_id));
    ChatPlace { account, channel: ChannelId(id(chat.channel)), chat: ChatId(id(chat.id)) }
}

fn message(place: ChatPlace, text: &str) -> OutgoingMessage {
    let text = text.to_owned();
    OutgoingMessage { place, operator: ANNA, text, reply_to: None, attachment: None, context: None }
}

#[tokio::test]
async fn every_callback_of_every_scenario_is_read_and_has_its_key() {
    let world = World::new().await;
    for scenario in sandbox::scenarios::CHATS {
        for scene in scenario.scenes(None) {
            world.chats().let_happen(scene).await.unwrap();
        }
    }
    let mut keys = std::collections::BTreeSet::new();
    for got in world.got() {
        let callback = read(&got.method, &got.path, &got.raw).unwrap();
        assert!(callback.account.is_some(), "{} {}", got.method, got.path);
        keys.insert(dedup_key(&callback, ambient::Clock::now(world.clock.as_ref())));
    }
    assert_eq!(keys.len(), world.got().len(), "no two are taken for one");
}

#[tokio::test]
async fn a_visitor_is_answered_with_a_quote_and_a_file_and_the_chat_is_closed() {
    let world = World::new().await;
    let chat = world.site_visitor_writes("Есть пионы?").await;
    let api = client(&world, PASSWORD);
    let place = place(&world, chat);
    let asked = world.chats().messages(chat).last().unwrap().id;

    let upload = Upload {
        account: place.account,
        channel: place.channel,
        name: "прайс \"лето\".txt",
        mime: "text/plain",
        content: b"peonies\r\n--svyazka-form-0\r\n",
    };
    let attachment = api.upload(&upload).await.unwrap();
    let answer = OutgoingMessage {
        reply_to: Some(MessageId(asked.to_string())),
        attachment: Some(attachment.clone()),
        ..message(place, "Есть!")
    };
    let sent = api.send_message(&answer).await.unwrap();
    let written = world.chats().messages(chat).pop().unwrap();
    assert_eq!(written.id.to_string(), sent.id.0);
    assert_eq!((written.text.as_str(), written.reply_to), ("Есть!", Some(asked)));

    let mut file = api.file(place.account, place.channel, &attachment).await.unwrap();
    let mut content = Vec::new();
    while let Some(piece) = file.chunk().await.unwrap() {
        content.extend(piece);
    }
    assert_eq!(content, upload.content);
    assert_eq!(file.mime(), Some("text/plain"));

    world.forget();
    world.chats().deliver().await;
    let told: Vec<_> = world.got().iter().map(|got| got.body["status"].clone()).collect();
    assert_eq!(told, ["sent", "delivered"], "the adapter is not told of its own message");

    api.transfer_chat(&ChatTransfer { place, from: ANNA, to: VERA }).await.unwrap();
    let closing = ChatClosing { place, operator: VERA, context: None };
    api.close_chat(&closing).await.unwrap();
    let failure = api.close_chat(&closing).await.unwrap_err();
    assert_eq!((failure.class, failure.code.as_str()), (Class::Permanent, "UIS-CHAT-STATE"));
    insta::assert_snapshot!(world.chats().ledger(), @r#"
    chat POST login
    chat POST resource => document прайс "лето".txt, 27 bytes
    chat POST message with a file «Есть!» => message to the visitor
    chat GET resource payload
    chat POST chat/transfer => chat transferred to Вера Орлова
    chat POST chat/close => chat closed
    chat POST chat/close !! 409 The chat is closed
    "#);
}

#[tokio::test]
async fn an_employee_begins_a_chat_where_the_channel_allows_it() {
    let world = World::new().await;
    let api = client(&world, PASSWORD);
    let account = UisAccountId(id(world.sandbox.uis().company().account.app_id));
    let channel = |kind| ChannelId(id(world.chats().channel(kind).unwrap()));
    let phone = VisitorAddress::Phone(Phone::parse("79031234567").unwrap());
    let new = |kind, visitor: &VisitorAddress| NewChat {
        account,
        channel: channel(kind),
        visitor: visitor.clone(),
        operator: ANNA,
    };
    let opened = api.open_chat(&new("sms", &phone)).await.unwrap();
    assert_eq!(world.chats().all()[0].initiator, "operator");
    let place = ChatPlace { account, channel: channel("sms"), chat: opened.chat };
    api.send_message(&message(place, "Ваш заказ готов")).await.unwrap();

    let failure = api.open_chat(&new("telegram", &phone)).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "UIS-CHAT-REFUSED");
    assert!(failure.message.contains("can not initiate"), "{}", failure.message);
    let failure = api.open_chat(&new("email", &phone)).await.unwrap_err();
    assert!(failure.message.contains("visitor_phone"), "{}", failure.message);
    let email = VisitorAddress::Email("a@example.ru".to_owned());
    api.open_chat(&new("email", &email)).await.unwrap();
}

#[tokio::test]
async fn outside_the_window_of_waba_only_a_template_goes() {
    let world = World::new().await;
    let who = world.who("79032000007", "waba");
    world.chats().perform(&who, Act::Writes("Готово?".to_owned())).await.unwrap();
    let chat = world.chats().all()[0].id;
    let api = client(&world, PASSWORD);
    let place = place(&world, chat);
    let got = world.got();
    let last = got.last().unwrap();
    let callback = read(&last.method, &last.path, &last.raw).unwrap();
    let until = callback.context.frame_until().unwrap();
    assert_eq!(until, "2026-03-03T09:00:00Z".parse().unwrap());
    api.send_message(&message(place, "Ещё нет")).await.unwrap();

    world.clock.advance(SignedDuration::from_hours(24));
    let failure = api.send_message(&message(place, "Готов!")).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "UIS-CHAT-REFUSED");
    let channel = got.iter().find(|got| got.body["type"] == "waba").unwrap();
    let channel = read(&channel.method, &channel.path, &channel.raw).unwrap();
    let template = channel.context.templates().remove(0);
    let context = Some(ChatContext::of_template(&template));
    let by_template = OutgoingMessage { context, ..message(place, "") };
    api.send_message(&by_template).await.unwrap();
    assert_eq!(world.chats().messages(chat).last().unwrap().text, template.text);
}

#[tokio::test]
async fn tokens_that_end_or_are_revoked_are_renewed() {
    let world = World::new().await;
    let chat = world.site_visitor_writes("Раз").await;
    let api = client(&world, PASSWORD);
    let place = place(&world, chat);
    api.send_message(&message(place, "1")).await.unwrap();
    world.clock.advance(SignedDuration::from_hours(2));
    api.send_message(&message(place, "2")).await.unwrap();
    world.sandbox.uis().faults().next(1, Door::ChatApi, Fault::RevokedToken);
    api.send_message(&message(place, "3")).await.unwrap();
    assert_eq!(world.chats().ledger().containing("login").len(), 3);

    let failure = client(&world, "wrong").check().await.unwrap_err();
    assert_eq!((failure.class, failure.code.as_str()), (Class::AuthBroken, "UIS-CHAT-LOGIN"));
}

#[tokio::test]
async fn faults_are_met_as_in_life() {
    let world = World::new().await;
    let chat = world.site_visitor_writes("Раз").await;
    let api = client(&world, PASSWORD);
    let place = place(&world, chat);
    api.check().await.unwrap();
    let faults = world.sandbox.uis().faults().clone();
    let before = world.chats().messages(chat).len();
    for fault in [
        Fault::ServerError { when: When::AfterCommit },
        Fault::Cut { when: When::AfterCommit },
        Fault::EmptyReply,
    ] {
        faults.next(1, Door::ChatApi, fault);
        let failure = api.send_message(&message(place, "Раз")).await.unwrap_err();
        assert_eq!(failure.class, Class::Unknown, "{failure}");
    }
    assert_eq!(world.chats().messages(chat).len(), before + 3, "each one had come through");
    faults.next(1, Door::ChatApi, Fault::Throttle { shape: Throttling::default(), seconds: 7 });
    let failure = api.send_message(&message(place, "Раз")).await.unwrap_err();
    assert_eq!(failure.class, Class::Throttled { wait: SignedDuration::from_secs(7) });
}

#[tokio::test]
async fn a_visitors_file_is_fetched_by_what_the_callback_names() {
    let world = World::new().await;
    let who = world.who("v1", "comagic");
    let (name, mime) = ("фото.png".to_owned(), "image/png".to_owned());
    let file = File { name, mime, content: vec![9; 100_000] };
    world.chats().perform(&who, Act::SendsFile(file)).await.unwrap();
    let got = world.got().pop().unwrap();
    let callback = read(&got.method, &got.path, &got.raw).unwrap();
    let ChatEvent::Message(message) = callback.event else { unreachable!("{callback:?}") };
    let attachment = message.attachment.unwrap();
    let api = client(&world, PASSWORD);
    let (account, channel) = (callback.account.unwrap(), callback.channel.unwrap());
    let mut file = api.file(account, channel, &attachment).await.unwrap();
    assert_eq!(file.size(), Some(100_000));
    assert!(file.chunk().await.unwrap().is_some_and(|piece| piece.iter().all(|byte| *byte == 9)));
}
