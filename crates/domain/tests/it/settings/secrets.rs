//! Secrets are kept, filled in, asked for, and never shown.

use std::collections::BTreeSet;

use domain::settings::{Secret, SecretPath, Settings};

use super::{example, read, with_bearer};

fn paths(settings: &Settings) -> Vec<&'static str> {
    settings.secrets().into_iter().map(|(place, _)| place.as_str()).collect()
}

#[test]
fn every_secret_has_its_path() {
    let mut seen = BTreeSet::new();
    for file in [example(), with_bearer()] {
        let settings = Settings::read(&file).unwrap();
        for (place, secret) in settings.secrets() {
            let pointer = format!("/{}", place.as_str().replace('.', "/"));
            assert_eq!(file.pointer(&pointer).unwrap().as_str(), Some(secret.expose()));
            assert_eq!(SecretPath::parse(place.as_str()), Some(place));
            seen.insert(place);
        }
    }
    assert_eq!(seen, BTreeSet::from(SecretPath::ALL));
}

#[test]
fn a_secret_is_never_shown() {
    let settings = Settings::read(&example()).unwrap();
    let shown = format!("{settings:?}");
    assert!(shown.contains("***"));
    for (_, secret) in settings.secrets() {
        assert!(!shown.contains(secret.expose()));
    }
}

#[test]
fn an_export_without_secrets_imports_over_the_stored_ones() {
    let stored = Settings::read(&example()).unwrap();
    let mut imported = Settings::read(&stored.write(false)).unwrap();
    assert_eq!(paths(&imported), [] as [&str; 0]);
    imported.fill_secrets_from(&stored);
    assert_eq!(imported, stored);
    assert_eq!(imported.missing_secrets(), []);
}

#[test]
fn a_new_secret_wins_over_the_stored_one() {
    let stored = Settings::read(&example()).unwrap();
    let mut imported = stored.clone();
    assert!(imported.set_secret(SecretPath::UisCallApiToken, Secret::parse("new").unwrap()));
    imported.fill_secrets_from(&stored);
    assert_eq!(imported.secret(SecretPath::UisCallApiToken).unwrap().expose(), "new");
}

#[test]
fn what_is_truly_absent_is_asked_for() {
    let settings = Settings::read(&example()).unwrap();
    let bare = Settings::read(&settings.write(false)).unwrap();
    let missing: Vec<_> = bare.missing_secrets().iter().map(ToString::to_string).collect();
    assert_eq!(
        missing,
        [
            "credentials.planfix_rest.token: required, because employees is switched on",
            "credentials.uis.data_api.token: required, because employees is switched on",
            "credentials.planfix_telephony.token: required, because telephony is switched on",
            "credentials.uis.call_api.token: required, because telephony.click_to_call is switched on",
            "credentials.uis.chat_api.password: required, because text.chats is switched on",
            "credentials.planfix_chat.token: required, because text.chats.mirror is switched on",
            "credentials.uis.chat_api.callback_password: required",
        ]
    );
}

#[test]
fn a_secret_of_a_system_that_is_not_used_has_no_place() {
    let mut settings = read("name: a");
    assert!(!settings.set_secret(SecretPath::PlanfixRestToken, Secret::parse("x").unwrap()));
    assert_eq!(settings.missing_secrets(), []);
}

#[test]
fn an_empty_secret_is_none() {
    let settings = read("{name: a, credentials: {uis: {data_api: {token: ' '}}}}");
    assert_eq!(paths(&settings), [] as [&str; 0]);
}
