//! The parameters of a command.

use std::borrow::Cow;
use std::fmt;

/// The parameters of a command, in order. Empty ones are left out: the help marks which may be absent,
/// and says nothing of empty ones.
#[derive(Debug, Default)]
pub(crate) struct Command(Vec<(Cow<'static, str>, String)>);

impl Command {
    pub(crate) fn new(cmd: &'static str) -> Self {
        Self(vec![("cmd".into(), cmd.to_owned())])
    }

    /// What `cmd` says.
    pub(super) fn name(&self) -> &str {
        self.0.first().map_or("", |(_, cmd)| cmd)
    }

    pub(crate) fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl fmt::Display,
    ) -> Self {
        let value = value.to_string();
        if !value.is_empty() {
            self.0.push((name.into(), value));
        }
        self
    }

    pub(crate) fn with_some(self, name: &'static str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The pairs as they are sent.
    pub(super) fn pairs(&self) -> &[(Cow<'static, str>, String)] {
        &self.0
    }
}
