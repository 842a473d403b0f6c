//! What callbacks of the Chat API must show: nothing, a token, or login and password.

use domain::settings::{CallbackAuth, Settings};

use super::{example, problems, read, with_bearer};

/// A file whose block of the Chat API ends with these keys.
fn file(keys: &str) -> String {
    format!(
        "{{name: a, credentials: {{uis: {{chat_api: {{login: adapter, password: out, url: \"https://chat.uiscom.ru/\"{keys}}}}}}}}}"
    )
}

fn auth(settings: &Settings) -> &CallbackAuth {
    &settings.credentials.uis.chat_api.as_ref().unwrap().callback_auth
}

#[test]
fn a_file_that_says_nothing_asks_for_nothing_and_stays_as_it_is() {
    let settings = read(&file(""));
    assert_eq!(auth(&settings), &CallbackAuth::None);
    let written = settings.write(true);
    let block = written["credentials"]["uis"]["chat_api"].as_object().unwrap();
    assert_eq!(block.keys().collect::<Vec<_>>(), ["url", "login", "password"]);
}

#[test]
fn both_forms_are_read_and_written_without_loss() {
    for file in [example(), with_bearer()] {
        let settings = Settings::read(&file).unwrap();
        assert_eq!(Settings::read(&settings.write(true)).unwrap(), settings);
        assert_eq!(settings.write(true)["credentials"]["uis"]["chat_api"]["login"], "adapter");
    }
}

#[test]
fn a_file_without_secrets_keeps_the_check_and_its_stored_secret() {
    for file in [example(), with_bearer()] {
        let stored = Settings::read(&file).unwrap();
        let mut imported = Settings::read(&stored.write(false)).unwrap();
        assert_ne!(auth(&imported), &CallbackAuth::None);
        imported.fill_secrets_from(&stored);
        assert_eq!(imported, stored);
    }
}

#[test]
fn a_check_that_is_left_out_is_switched_off_whatever_was_stored() {
    let mut settings = read(&file(""));
    settings.fill_secrets_from(&read(&file(", callback_token: old")));
    assert_eq!(auth(&settings), &CallbackAuth::None);
}

#[test]
fn another_form_takes_nothing_from_the_one_before() {
    let mut settings = read(&file(", callback_login: uis, callback_password: new"));
    settings.fill_secrets_from(&read(&file(", callback_token: old")));
    let CallbackAuth::Basic { login, password } = auth(&settings) else { panic!("{settings:?}") };
    assert_eq!((login.as_str(), password.as_ref().unwrap().expose()), ("uis", "new"));
}

#[test]
fn a_check_without_its_secret_is_asked_for_it() {
    for (keys, missing) in [
        (", callback_token: null", "credentials.uis.chat_api.callback_token: required"),
        (", callback_token: ' '", "credentials.uis.chat_api.callback_token: required"),
        (", callback_login: uis", "credentials.uis.chat_api.callback_password: required"),
    ] {
        let problems = read(&file(keys)).missing_secrets();
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [missing]);
    }
}

#[test]
fn the_two_forms_exclude_each_other() {
    let mistake = "credentials.uis.chat_api.callback_token: can't stand beside callback_login: leave one of the two";
    assert_eq!(
        problems(&file(", callback_token: t, callback_login: uis, callback_password: p")),
        [mistake]
    );
    assert_eq!(problems(&file(", callback_token: t, callback_password: p")), [mistake]);
}

#[test]
fn a_password_needs_its_login() {
    assert_eq!(
        problems(&file(", callback_password: p")),
        ["credentials.uis.chat_api.callback_login: required"]
    );
}
