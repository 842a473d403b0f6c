//! What happens when a template is used: always a text, never a panic, never without bound.

use std::collections::BTreeMap;

use minijinja::value::Value;
use minijinja::{Error, ErrorKind};
use serde::{Deserialize, Serialize};

use super::engine::environment;
use super::line::Line;
use super::{Template, Variables};

/// A name made from a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendered {
    /// One line, trimmed, at most [`MAX_NAME`](super::MAX_NAME) characters. Empty when the template
    /// failed or gave nothing: see [`Rendered::or`].
    pub text: String,
    /// Whether it was longer and was cut with «…».
    pub cut: bool,
    /// Why the template failed, for the journal.
    pub failed: Option<String>,
}

impl Rendered {
    /// The name, or the fallback (made one line and cut in the same way) when there is none.
    #[must_use]
    pub fn or(self, fallback: &str) -> Self {
        if !self.text.is_empty() {
            return self;
        }
        let mut line = Line::default();
        line.add(fallback);
        let (text, cut) = line.finish();
        Self { text, cut, failed: self.failed }
    }
}

impl Template {
    /// Makes the name. A variable that is not known is an empty text.
    pub fn render(&self, variables: &Variables) -> Rendered {
        let ran = run(&self.source, variables);
        match ran.failure {
            Some(error) => {
                Rendered { text: String::new(), cut: false, failed: Some(error.to_string()) }
            }
            None => Rendered { text: ran.text, cut: ran.cut, failed: None },
        }
    }
}

/// How long a text made of a template may be, characters.
const LONGEST_TEXT: usize = 4_000;

impl Template {
    /// Makes a text of any number of lines; the template as it is written, when it can't be used.
    pub fn render_text(&self, variables: &Variables) -> String {
        let environment = environment();
        let made = environment
            .template_from_str(&self.source)
            .and_then(|template| template.render(scope(variables)));
        match made {
            Ok(text) => text.chars().take(LONGEST_TEXT).collect(),
            Err(_) => self.source.clone(),
        }
    }
}

/// What came of a run.
pub(super) struct Ran {
    pub(super) text: String,
    pub(super) cut: bool,
    pub(super) failure: Option<Error>,
}

/// Runs a source; a full line ends the run early and is no failure.
pub(super) fn run(source: &str, variables: &Variables) -> Ran {
    let environment = environment();
    let mut line = Line::default();
    let outcome = environment
        .template_from_str(source)
        .and_then(|template| template.render_captured_to(scope(variables), &mut line).map(drop));
    let (text, cut) = line.finish();
    let failure = outcome.err().filter(|error| !(cut && error.kind() == ErrorKind::WriteFailure));
    Ran { text, cut, failure }
}

/// The variables as Jinja sees them. Blank ones are left undefined, so that both `x or "…"` and
/// `x|default("…")` do what people expect; long ones are shortened, a name shows little of them.
fn scope(variables: &Variables) -> Value {
    const SHOWN: usize = 4_096;
    let shown: BTreeMap<&str, String> = variables
        .iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(name, value)| (name, value.chars().take(SHOWN).collect()))
        .collect();
    Value::from(shown)
}
