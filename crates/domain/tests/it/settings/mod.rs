//! The settings file.

mod callback_auth;
mod example;
mod leniency;
mod mistakes;
mod responsibles;
mod round_trip;
mod secrets;

use domain::settings::Settings;
use serde_json::Value;

/// The example file that names every setting.
pub(crate) fn example() -> Value {
    parse(include_str!("../../fixtures/connection.yaml"))
}

/// The example whose callbacks show a token instead of login and password.
pub(crate) fn with_bearer() -> Value {
    let mut file = example();
    let block = file["credentials"]["uis"]["chat_api"].as_object_mut().unwrap();
    block.shift_remove("callback_login").unwrap();
    block.shift_remove("callback_password").unwrap();
    block.insert("callback_token".to_owned(), "<token>".into());
    file
}

pub(crate) fn parse(yaml: &str) -> Value {
    serde_saphyr::from_str(yaml).unwrap()
}

pub(crate) fn read(yaml: &str) -> Settings {
    Settings::read(&parse(yaml)).unwrap()
}

/// The mistakes of a file, as `path: text`.
pub(crate) fn problems(yaml: &str) -> Vec<String> {
    let problems = Settings::read(&parse(yaml)).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}
