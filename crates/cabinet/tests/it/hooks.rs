use cabinet::HookKind;

use crate::office::{Office, ROMASHKA, romashka};

/// The key in a hook's address.
async fn key_of(office: &Office, hook: HookKind) -> String {
    let public = "https://svyazka.example.ru".parse().unwrap();
    let urls = office.hooks.urls(&romashka(), &public).await.unwrap();
    let (_, url) = urls.into_iter().find(|(kind, _)| *kind == hook).unwrap();
    url.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_right_key_opens_its_own_hook_only() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let key = key_of(&office, HookKind::UisNotifications).await;

    for hook in HookKind::ALL {
        let admitted = office.hooks.admit("romashka", hook, &key).await.unwrap();
        assert_eq!(admitted.is_some(), hook == HookKind::UisNotifications, "{hook}");
    }
}

#[tokio::test]
async fn a_wrong_key_and_an_unknown_connection_are_turned_away_alike() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let key = key_of(&office, HookKind::UisNotifications).await;
    let shortened = key.get(1..).unwrap();

    for (connection, shown) in [
        ("romashka", shortened),
        ("romashka", ""),
        ("lyutik", key.as_str()),
        ("Нет такого имени", key.as_str()),
    ] {
        let admitted =
            office.hooks.admit(connection, HookKind::UisNotifications, shown).await.unwrap();
        assert_eq!(admitted, None, "{connection} {shown}");
    }
}

#[tokio::test]
async fn a_reissued_key_replaces_the_old_one_and_leaves_the_others() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let old = key_of(&office, HookKind::UisChat).await;
    let neighbour = key_of(&office, HookKind::PlanfixDeals).await;

    office.hooks.reissue(&romashka(), HookKind::UisChat).await.unwrap();

    let new = key_of(&office, HookKind::UisChat).await;
    assert_ne!(new, old);
    let opens = async |key: &str| {
        office.hooks.admit("romashka", HookKind::UisChat, key).await.unwrap().is_some()
    };
    assert!(opens(&new).await);
    assert!(!opens(&old).await);
    assert_eq!(key_of(&office, HookKind::PlanfixDeals).await, neighbour);
}

#[tokio::test]
async fn saving_the_settings_again_does_not_change_the_addresses() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let before = key_of(&office, HookKind::UisNotifications).await;
    office.import(&ROMASHKA.replace("Ромашка", "Лютик")).await;
    assert_eq!(key_of(&office, HookKind::UisNotifications).await, before);
}

#[test]
fn a_mistyped_hook_is_answered_with_its_neighbour() {
    let error = "uis_notification".parse::<HookKind>().unwrap_err().to_string();
    assert!(error.contains("похоже на `uis_notifications`"), "{error}");
}
