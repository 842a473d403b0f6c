//! The settings file.

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
