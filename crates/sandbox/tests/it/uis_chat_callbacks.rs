//! What the adapter is told, in which order, and what happens when it does not listen.

use sandbox::scenarios;
use sandbox::uis::chat::{Act, CallbackOrder, CallbackTricks, WebhookAuth};
use serde_json::json;

use crate::uis_chat_world::World;

#[tokio::test]
async fn a_connected_adapter_hears_of_the_account_and_every_channel() {
    let world = World::new().await;
    let lines = world.lines();
    assert_eq!(lines[0], "POST /account");
    assert_eq!(lines.len(), 1 + world.chats().channels().len());
    let got = world.got();
    let waba = got.iter().find(|got| got.body["type"] == "waba").unwrap();
    assert_eq!(waba.body["context"]["message_templates"][0]["id"], 401);
    assert!(got.iter().any(|got| got.body["type"] == "ozon_seller"), "nobody knows this one");
}

#[tokio::test]
async fn callbacks_prove_where_they_are_from() {
    let bearer = WebhookAuth::Bearer { token: "t".to_owned() };
    assert_eq!(World::with_auth(Some(bearer)).await.got()[0].auth.as_deref(), Some("Bearer t"));
    let basic = WebhookAuth::Basic { login: "a".to_owned(), password: "b".to_owned() };
    let got = World::with_auth(Some(basic)).await.got();
    assert_eq!(got[0].auth.as_deref(), Some("Basic YTpi"));
}

#[tokio::test]
async fn a_chat_is_told_from_its_beginning_to_its_end() {
    let world = World::new().await;
    world.forget();
    let who = world.who("v1", "comagic");
    world.site_visitor_writes("Есть кто?").await;
    for act in [
        Act::IsTakenBy("101".to_owned()),
        Act::IsAnswered("Да!".to_owned()),
        Act::Reads,
        Act::Answers("Ура".to_owned()),
        Act::Corrects("Ура!".to_owned()),
        Act::Introduces { name: None, phone: Some("79031234567".to_owned()), email: None },
        Act::IsTagged("Заказ"),
        Act::Ends("closed_by_visitor"),
    ] {
        world.chats().perform(&who, act).await.unwrap();
    }
    assert_eq!(
        world.lines(),
        [
            "POST /chat",
            "POST /message", // UIS itself: chat_started
            "POST /message",
            "PATCH /chat",
            "POST /message",
            "POST /message/status",
            "POST /message/status",
            "POST /message/status",
            "POST /message",
            "PATCH /message",
            "POST /visitor/card",
            "POST /chat/close",
        ]
    );
    let got = world.got();
    assert_eq!(got[1].body["system_message_mnemonic"], "chat_started");
    let statuses: Vec<_> = got[5..8].iter().map(|got| got.body["status"].clone()).collect();
    assert_eq!(statuses, ["sent", "delivered", "read"]);
    assert_eq!(got[8].body["reply_to_id"], got[4].body["id"]);
    assert_eq!(got[11].body["reason"], "closed_by_visitor");
    let over = world.chats().perform(&who, Act::Reads).await;
    assert!(over.is_err(), "the chat is over");
}

#[tokio::test]
async fn an_adapter_that_does_not_listen_is_told_again_in_order() {
    let world = World::new().await;
    world.forget();
    world.adapter_answers(&[500, 503]);
    world.site_visitor_writes("Раз").await;
    assert_eq!(
        world.lines(),
        ["POST /chat", "POST /chat", "POST /chat", "POST /message", "POST /message"]
    );
}

#[tokio::test]
async fn after_the_last_attempt_the_next_callback_goes() {
    let world = World::new().await;
    world.forget();
    world.adapter_answers(&[500, 500, 500]);
    world.site_visitor_writes("Раз").await;
    assert_eq!(world.lines().iter().filter(|line| *line == "POST /chat").count(), 3);
    assert_eq!(world.lines().last().unwrap(), "POST /message");
}

#[tokio::test]
async fn callbacks_may_come_twice_lost_bent_and_late() {
    let world = World::new().await;
    world.forget();
    world.chats().configure(|settings| {
        settings.tricks = CallbackTricks {
            duplicate: true,
            order: CallbackOrder::Reversed,
            lose: vec!["/chat".to_owned()],
            omit: vec!["operator_id".to_owned()],
            numbers_as_texts: true,
        };
    });
    world.site_visitor_writes("Раз").await;
    assert!(world.lines().is_empty(), "they are held back");

    world.chats().release_held().await;
    let got = world.got();
    assert_eq!(world.lines(), ["POST /message"; 4], "each twice, and the beginning lost");
    assert_eq!(got[0].body["text"], "Раз", "the last one first");
    assert!(got[0].body["chat_id"].is_string());
    assert!(got[0].body.get("operator_id").is_none());
}

#[tokio::test]
async fn version_1_assigns_operators_elsewhere() {
    let world = World::new().await;
    world.chats().configure(|settings| settings.version_1 = true);
    world.site_visitor_writes("Раз").await;
    let who = world.who("v1", "comagic");
    world.chats().perform(&who, Act::IsTakenBy("101".to_owned())).await.unwrap();
    let got = world.got();
    let last = got.last().unwrap();
    assert_eq!((last.method.as_str(), last.path.as_str()), ("POST", "/chat/operator"));
    assert_eq!(last.body["operator_id"], json!(4501));
}

#[tokio::test]
async fn every_chat_scenario_can_be_played() {
    for scenario in scenarios::CHATS {
        let world = World::new().await;
        for scene in scenario.scenes(None) {
            world.chats().let_happen(scene).await.unwrap_or_else(|why| {
                unreachable!("{}: {why}", scenario.id);
            });
        }
        assert_eq!(world.chats().all().len(), 1, "{}", scenario.id);
        assert!(world.lines().iter().any(|line| line == "POST /message"), "{}", scenario.id);
    }
}

#[tokio::test]
async fn a_reset_forgets_the_chats_and_keeps_the_adapter() {
    let world = World::new().await;
    world.site_visitor_writes("Раз").await;
    let before = world.chats().all()[0].id;
    world.sandbox.reset();
    assert!(world.chats().all().is_empty());
    world.forget();
    assert!(world.site_visitor_writes("Два").await > before, "ids go on");
    assert!(!world.lines().is_empty());
    let scenario = scenarios::find_chat("chat-lost").unwrap();
    assert!(!scenario.scenes(Some("79990001122")).is_empty());
}
