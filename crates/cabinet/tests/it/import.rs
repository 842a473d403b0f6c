use cabinet::connections::{ImportError, Outcome, Version};
use cabinet::{CabinetError, Connections};
use domain::settings::SecretPath;

use crate::office::{Office, ROMASHKA, romashka, without_tokens};

#[tokio::test]
async fn a_first_import_makes_a_connection_and_its_hooks() {
    let office = Office::open().await;

    let imported = office.import(ROMASHKA).await;

    assert_eq!((imported.outcome, imported.version), (Outcome::Created, Version::FIRST));
    let listed = office.connections.list().await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].title, "ООО «Ромашка»");
    let public = "https://svyazka.example.ru/bridge/".parse().unwrap();
    let urls = office.hooks.urls(&romashka(), &public).await.unwrap();
    assert_eq!(urls.len(), 6);
    for (hook, url) in urls {
        let start = format!("https://svyazka.example.ru/bridge/hooks/romashka/{hook}/");
        assert_eq!(url.strip_prefix(&start).map(str::len), Some(43), "{url}");
    }
}

#[tokio::test]
async fn secrets_come_back_in_their_places_and_are_unreadable_on_the_disk() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;

    let connection = office.connections.get(&romashka()).await.unwrap();

    let secret = |path| connection.settings.secret(path).unwrap().expose().to_owned();
    assert_eq!(secret(SecretPath::PlanfixRestToken), "rest-secret");
    assert_eq!(secret(SecretPath::UisDataApiToken), "uis-secret");
    let disk = office.all_that_is_stored().await;
    let holds = |text: &str| disk.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(holds("romashka.planfix.ru"), "the settings are there");
    for token in ["rest-secret", "tel-secret", "uis-secret"] {
        assert!(!holds(token), "{token}");
    }
}

#[tokio::test]
async fn the_key_planfix_must_show_us_is_made_once() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let pbx_token = async || {
        let connection = office.connections.get(&romashka()).await.unwrap();
        connection.settings.secret(SecretPath::PlanfixPbxToken).unwrap().expose().to_owned()
    };

    let first = pbx_token().await;
    assert_eq!(first.len(), 43);
    office.import(&ROMASHKA.replace("«Ромашка»", "«Лютик»")).await;
    assert_eq!(pbx_token().await, first);
}

#[tokio::test]
async fn an_update_keeps_the_secrets_the_file_leaves_out() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;

    let imported = office.import(&without_tokens(&ROMASHKA.replace("Ромашка", "Лютик"))).await;

    assert_eq!((imported.outcome, imported.version), (Outcome::Updated, Version(2)));
    let connection = office.connections.get(&romashka()).await.unwrap();
    assert_eq!(connection.settings.title, "ООО «Лютик»");
    let token = connection.settings.secret(SecretPath::PlanfixRestToken).unwrap();
    assert_eq!(token.expose(), "rest-secret");
}

#[tokio::test]
async fn the_same_file_again_makes_no_new_version() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;

    for file in [ROMASHKA.to_owned(), without_tokens(ROMASHKA)] {
        let imported = office.import(&file).await;
        assert_eq!((imported.outcome, imported.version), (Outcome::Unchanged, Version::FIRST));
    }
}

#[tokio::test]
async fn a_changed_token_alone_is_a_new_version() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let imported = office.import(&ROMASHKA.replace("uis-secret", "another-secret")).await;
    assert_eq!(imported.outcome, Outcome::Updated);
}

#[tokio::test]
async fn every_version_is_kept_with_its_author_and_time() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    office.import(&ROMASHKA.replace("Ромашка", "Лютик")).await;

    let versions = office.connections.versions(&romashka()).await.unwrap();

    let seen: Vec<_> = versions
        .iter()
        .map(|one| (one.version.0, one.author.as_str(), one.saved_at.to_string()))
        .collect();
    assert_eq!(
        seen,
        [
            (2, "admin", "2026-03-02T09:02:00Z".to_owned()),
            (1, "admin", "2026-03-02T09:01:00Z".to_owned()),
        ]
    );
}

#[tokio::test]
async fn a_half_right_file_changes_nothing() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let wrong = ROMASHKA
        .replace("title: ООО «Ромашка»", "title: Другая")
        .replace("task_object: 12", "task_obejct: 12");

    let complaints = office.refuses(&wrong).await;

    assert!(
        complaints.contains(&"telephony.incoming.task_obejct: unknown_key".to_owned()),
        "{complaints:?}"
    );
    let connection = office.connections.get(&romashka()).await.unwrap();
    assert_eq!(connection.version, Version::FIRST);
    assert_eq!(connection.settings.title, "ООО «Ромашка»");
}

#[tokio::test]
async fn a_token_that_exists_nowhere_is_asked_for() {
    let office = Office::open().await;
    let complaints = office.refuses(&ROMASHKA.replace("token: uis-secret", "token: null")).await;
    assert_eq!(complaints, ["credentials.uis.data_api.token: required"]);
    assert!(office.connections.list().await.unwrap().is_empty());
}

#[tokio::test]
async fn an_address_this_server_may_not_speak_to_is_refused() {
    let office = Office::open().await;
    let complaints = office.refuses(&ROMASHKA.replace("https://romashka", "http://romashka")).await;
    assert_eq!(
        complaints,
        [
            "credentials.planfix_rest.url: address_not_allowed",
            "credentials.planfix_telephony.url: address_not_allowed"
        ]
    );
}

#[tokio::test]
async fn a_file_that_is_not_yaml_is_refused_with_its_line() {
    let office = Office::open().await;
    let error = office.connections.import("name: [romashka\n", "admin").await.unwrap_err();
    assert!(matches!(&error, ImportError::Yaml(place) if place.line > 0), "{error}");
}

#[tokio::test]
async fn an_export_imports_again_without_a_change() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;

    let bare = office.connections.export(&romashka(), false).await.unwrap();
    let full = office.connections.export(&romashka(), true).await.unwrap();

    assert!(!bare.contains("-secret"), "{bare}");
    assert!(full.contains("token: rest-secret"), "{full}");
    for file in [bare, full] {
        assert_eq!(office.import(&file).await.outcome, Outcome::Unchanged, "{file}");
    }
}

#[tokio::test]
async fn a_change_by_another_process_is_seen_at_once() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;
    let other: Connections = office.connections.clone();
    assert_eq!(other.get(&romashka()).await.unwrap().version, Version::FIRST);

    office.import(&ROMASHKA.replace("Ромашка", "Лютик")).await;

    assert_eq!(other.get(&romashka()).await.unwrap().settings.title, "ООО «Лютик»");
}

#[tokio::test]
async fn an_unknown_name_is_an_error_that_repeats_it() {
    let office = Office::open().await;
    let error = office.connections.get(&romashka()).await.unwrap_err();
    assert!(matches!(error, CabinetError::UnknownConnection(name) if name == "romashka"));
}

#[tokio::test]
async fn another_master_key_is_named_instead_of_garbage() {
    let office = Office::open().await;
    office.import(ROMASHKA).await;

    let error = office.with_another_key().connections.get(&romashka()).await.unwrap_err();

    assert!(error.to_string().contains("зашифрованы главным ключом"), "{error}");
}
