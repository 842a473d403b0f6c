//! Decisions about calls.

mod acquaintance;
mod assignee;
mod creation;
mod description;
mod fields;
mod filter;
mod task;

use domain::settings::Telephony;

/// «Телефония» of the example file, with these rows instead of its own.
pub(crate) fn telephony(replacements: &[(&str, &str)]) -> Telephony {
    let mut yaml = include_str!("../../fixtures/connection.yaml").to_owned();
    for (from, to) in replacements {
        assert!(yaml.contains(from), "{from}");
        yaml = yaml.replace(from, to);
    }
    crate::settings::read(&yaml).telephony
}
