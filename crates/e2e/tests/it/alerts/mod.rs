//! People are told when a connection breaks, and when it works again.

mod post_office;

use bridge::alerts::Channel;
use cabinet::alerts::{Draft, MailDraft, WebhookDraft};
use e2e::World;
use jiff::SignedDuration;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};

use post_office::PostOffice;

fn mail(office: &PostOffice, password: &str) -> MailDraft {
    MailDraft {
        enabled: true,
        host: "127.0.0.1".to_owned(),
        port: office.smtp_port,
        security: "none".to_owned(),
        login: "svyazka".to_owned(),
        password: Some(password.to_owned().into()),
        from: "svyazka@romashka.ru".to_owned(),
        to: vec!["it@romashka.ru".to_owned()],
    }
}

fn webhook(office: &PostOffice) -> WebhookDraft {
    WebhookDraft { enabled: true, url: office.webhook.clone(), new_secret: false }
}

/// A world whose alerts arrive at the office by both ways; the webhook's secret.
async fn alerted(office: &PostOffice) -> (World, String) {
    let world = World::start().await;
    let (mail, webhook) = (Some(mail(office, "secret")), Some(webhook(office)));
    let draft = Draft { mail, webhook, muted: Vec::new(), stuck_after_minutes: 30 };
    let saved = world.bridge().alerts.book.save(draft, 0).await.unwrap();
    let secret = saved.new_secret.unwrap();
    (world, secrecy::ExposeSecret::expose_secret(&secret).to_owned())
}

/// Looks once a minute, so many minutes long.
async fn watch(world: &World, minutes: i64) {
    for _ in 0..minutes {
        world.bridge().alerts.probe().await;
        world.bridge().alerts.look().await.unwrap();
        world.pass(60).await;
    }
}

fn revoke(world: &World) {
    world.planfix().faults().inject(Injection::new(Door::Telephony, Fault::RevokedToken));
}

#[tokio::test]
async fn a_breakage_is_told_once_by_each_way_and_so_is_its_end() {
    let office = PostOffice::open().await;
    let (world, _) = alerted(&office).await;
    watch(&world, 2).await;
    assert!(office.letters().is_empty() && office.hooks().is_empty(), "all is well");

    revoke(&world);
    watch(&world, 60).await;
    assert_eq!(office.events(), ["broken"]);
    assert_eq!(office.letters().len(), 1);

    world.planfix().faults().clear();
    watch(&world, 30).await;
    assert_eq!(office.events(), ["broken", "works"]);
    assert_eq!(office.letters().len(), 2);
}

#[tokio::test]
async fn an_alert_says_what_broke_and_what_to_do_and_is_signed() {
    let office = PostOffice::open().await;
    let (world, secret) = alerted(&office).await;
    revoke(&world);
    watch(&world, 1).await;

    let (body, signature) = office.hooks().remove(0);
    let told: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(told["connection"], "romashka");
    assert_eq!(told["cause"]["code"], "PF-TEL-TOKEN");
    assert_eq!(signature, signed(&secret, &body));
    let [one] = &world.bridge().alerts.dispatches().await.unwrap()[1..] else { panic!("two ways") };
    let text = one.message.letter();
    assert!(text.contains("не работает с 02.03.2026 12:00"), "{text}");
    assert!(text.contains("PF-TEL-TOKEN") && text.contains("Как исправить:\n1. "), "{text}");
    assert!(text.contains("has not worked since 02.03.2026 12:00"), "{text}");
    assert!(text.contains("PF-TEL-TOKEN. Planfix telephony does not let us in"), "{text}");
    let letter = office.letters().remove(0);
    assert!(
        letter.contains("To: it@romashka.ru") && letter.contains("Message-ID: <alert-"),
        "{letter}"
    );
}

fn signed(secret: &str, body: &str) -> String {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body.as_bytes());
    let hex = mac
        .finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat();
    format!("sha256={hex}")
}

#[tokio::test]
async fn what_was_not_taken_is_sent_again_with_growing_pauses_and_in_its_order() {
    let office = PostOffice::open().await;
    let (world, _) = alerted(&office).await;
    office.close(true);
    revoke(&world);
    watch(&world, 10).await;
    world.planfix().faults().clear();
    watch(&world, 30).await;
    assert!(office.hooks().is_empty());
    let waiting = world.bridge().alerts.dispatches().await.unwrap();
    assert_eq!(waiting.len(), 4);
    let first = waiting.last().unwrap();
    assert!((4..8).contains(&first.attempts), "{first:?}");
    assert_eq!(first.failure.as_ref().unwrap().code.as_str(), "MAIL-REFUSED");

    office.close(false);
    watch(&world, 61).await;
    assert_eq!(office.events(), ["broken", "works"]);
    assert_eq!(office.letters().len(), 2);
}

#[tokio::test]
async fn a_side_that_is_down_is_told_only_when_it_stays_so() {
    let office = PostOffice::open().await;
    let (world, _) = alerted(&office).await;
    let down = Fault::ServerError { when: When::BeforeCommit };
    world.planfix().faults().inject(Injection::new(Door::Telephony, down));
    watch(&world, 25).await;
    assert!(office.hooks().is_empty(), "{:?}", office.events());
    watch(&world, 20).await;
    assert_eq!(office.events(), ["broken"]);
}

#[tokio::test]
async fn of_several_nodes_that_look_at_once_one_tells() {
    let office = PostOffice::open().await;
    let (world, _) = alerted(&office).await;
    revoke(&world);
    world.bridge().alerts.probe().await;
    let (_, _) = tokio::join!(world.bridge().alerts.look(), world.bridge().alerts.look());
    let planned = world.bridge().alerts.dispatches().await.unwrap();
    assert_eq!(planned.len(), 2, "{planned:?}");
}

#[tokio::test]
async fn a_test_tells_what_the_other_side_answers() {
    let office = PostOffice::open().await;
    let (world, _) = alerted(&office).await;
    let alerts = &world.bridge().alerts;
    assert_eq!(alerts.test(Channel::Webhook).await.unwrap(), "HTTP 200 принято");
    assert_eq!(alerts.test(Channel::Mail).await.unwrap(), "250 2.0.0 Ok: queued");

    let version = alerts.book.settings().await.unwrap().version;
    let (mail, webhook) = (Some(mail(&office, "wrong")), Some(webhook(&office)));
    let draft = Draft { mail, webhook, muted: Vec::new(), stuck_after_minutes: 30 };
    alerts.book.save(draft, version).await.unwrap();
    assert_eq!(alerts.test(Channel::Mail).await.unwrap_err().code.as_str(), "MAIL-LOGIN");
    assert!(alerts.dispatches().await.unwrap().is_empty(), "a test is no alert");
}

#[tokio::test]
async fn of_a_muted_connection_nobody_is_told() {
    let office = PostOffice::open().await;
    let (world, _) = alerted(&office).await;
    let webhook = Some(webhook(&office));
    let muted = vec!["romashka".to_owned()];
    let draft = Draft { mail: None, webhook, muted, stuck_after_minutes: 30 };
    world.bridge().alerts.book.save(draft, 1).await.unwrap();
    revoke(&world);
    watch(&world, 5).await;
    assert!(office.hooks().is_empty());
}

#[tokio::test]
async fn what_the_sides_were_seen_to_do_outlives_the_process() {
    let world = World::start().await;
    world.bridge().alerts.probe().await;
    world.bridge().accounts.reach.keep().await.unwrap();
    revoke(&world);
    world.clock().advance(SignedDuration::from_mins(11));
    world.bridge().alerts.probe().await;
    world.bridge().accounts.reach.keep().await.unwrap();

    let seen = world.bridge().accounts.reach.all().await.unwrap();
    let sides = &seen[&world.connection().await];
    let telephony = &sides[&bridge::reach::Side::PlanfixTelephony];
    assert!(telephony.failing_since.is_some() && telephony.answered_at.is_some(), "{telephony:?}");
    assert!(sides[&bridge::reach::Side::UisDataApi].failing_since.is_none());
    assert!(!sides.contains_key(&bridge::reach::Side::PlanfixRest), "no scarce request is spent");
}
