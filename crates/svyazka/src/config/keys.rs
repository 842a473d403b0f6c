//! The keys of the configuration, and where their values are found.

use std::collections::BTreeMap;
use std::path::Path;

use domain::text::nearest;

use super::ConfigError;

/// Every key of the file. In the environment it is `SVYAZKA_` and the key in capitals.
pub(crate) const KEYS: [&str; 10] = [
    "listen",
    "public_url",
    "database_url",
    "data_dir",
    "master_key",
    "master_key_file",
    "allow_private_upstreams",
    "log",
    "planfix_requests_per_second",
    "trusted_proxies",
];

/// Raw values by key.
#[derive(Debug, Default)]
pub(crate) struct Values(BTreeMap<&'static str, Value>);

/// A value and where it came from, for error messages.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub(crate) text: String,
    pub(crate) origin: String,
}

impl Values {
    /// The value of a key; an empty one counts as absent, since container tools can't leave one out.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key).filter(|value| !value.text.trim().is_empty())
    }

    /// Puts the other values over these.
    pub(crate) fn overlay(mut self, over: Self) -> Self {
        // the two spellings of the master key are one setting: the stronger source names it alone
        if over.get("master_key").or_else(|| over.get("master_key_file")).is_some() {
            self.0.remove("master_key");
            self.0.remove("master_key_file");
        }
        self.0.extend(over.0);
        self
    }

    /// Sets a value.
    pub(crate) fn set(&mut self, key: &'static str, text: String, origin: String) {
        self.0.insert(key, Value { text, origin });
    }
}

/// Reads the values of a TOML text.
pub(crate) fn from_toml(text: &str, path: &Path) -> Result<Values, ConfigError> {
    let table: toml::Table = text.parse().map_err(|source: toml::de::Error| {
        let start = source.span().map_or(0, |span| span.start);
        let line = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();
        ConfigError::Toml { path: path.into(), line, source }
    })?;
    let mut values = Values::default();
    for (key, value) in table {
        let Some(known) = KEYS.into_iter().find(|known| *known == key) else {
            let near = nearest(&key, KEYS);
            return Err(ConfigError::UnknownKey { path: path.into(), key, near });
        };
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Boolean(yes) => yes.to_string(),
            other => {
                return Err(ConfigError::Value {
                    origin: format!("{}: {key}", path.display()),
                    text: other.to_string(),
                    wanted: "строка в кавычках".to_owned(),
                });
            }
        };
        values.set(known, text, format!("{}: {key}", path.display()));
    }
    Ok(values)
}

/// What the names of our variables begin with.
const PREFIX: &str = "SVYAZKA_";

/// Variables of ours that are no keys.
const OTHERS: [&str; 2] = ["SVYAZKA_CONFIG", "SVYAZKA_PASSWORD"];

/// Reads the values of the environment.
///
/// Others may use names that begin like ours (Kubernetes sets `SVYAZKA_PORT` for a service of that
/// name), so an unknown variable is an error only when it looks like a mistyped key.
pub(crate) fn from_env(
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<Values, ConfigError> {
    let mut values = Values::default();
    for (name, text) in variables {
        let Some(key) = name.strip_prefix(PREFIX).map(str::to_lowercase) else { continue };
        if OTHERS.contains(&name.as_str()) || text.trim().is_empty() {
            continue;
        }
        if let Some(known) = KEYS.into_iter().find(|known| *known == key) {
            values.set(known, text, name);
        } else if let Some(near) = nearest(&key, KEYS) {
            return Err(ConfigError::UnknownVariable { name, near: variable_name(near) });
        }
    }
    Ok(values)
}

/// The environment variable of a key.
fn variable_name(key: &str) -> String {
    format!("{PREFIX}{}", key.to_uppercase())
}
