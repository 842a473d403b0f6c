//! Templates of names: Jinja expressions over the catalogue's variables; strict when saved, total when
//! used.

mod check;
mod engine;
mod error;
mod line;
mod render;
mod scan;

pub use error::{TemplateError, TemplateFault};
pub use render::Rendered;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::flow::Flow;

/// The longest name Planfix is given, characters; longer is cut with «…».
pub const MAX_NAME: usize = 300;

/// The longest template, characters.
pub const MAX_SOURCE: usize = 4_000;

/// A template that was checked: its syntax, and that every variable exists in its flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    source: String,
    flow: Flow,
}

impl Template {
    /// Checks and takes a template.
    ///
    /// # Errors
    /// What is wrong and where: syntax, an unknown variable, filter or test, a statement that is not
    /// allowed, a length over [`MAX_SOURCE`].
    pub fn parse(source: &str, flow: Flow) -> Result<Self, TemplateError> {
        check::check(source, flow)?;
        Ok(Self { source: source.to_owned(), flow })
    }

    /// A template of our own, checked by the tests instead of at run time.
    pub(crate) fn ready_made(source: &'static str, flow: Flow) -> Self {
        Self { source: source.to_owned(), flow }
    }

    /// The text as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The flow whose variables it may use.
    pub fn flow(&self) -> Flow {
        self.flow
    }
}

/// What is known of a communication, by the catalogue's names, as text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Variables(BTreeMap<String, String>);

impl Variables {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a variable; the later word wins.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.insert(name.into(), value.into());
    }

    /// The variable's value, when it is known and not blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.trim().is_empty())
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Variables {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl<N: Into<String>, V: Into<String>> Extend<(N, V)> for Variables {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, pairs: I) {
        self.0.extend(pairs.into_iter().map(|(name, value)| (name.into(), value.into())));
    }
}
