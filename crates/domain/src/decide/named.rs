//! Names of what is made.

use crate::templates::{Template, Variables};

/// The name of a task or contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Name, at most 300 characters.
    pub name: String,
    /// Why the template could not be used as written, when so.
    pub name_trouble: Option<String>,
}

impl Named {
    /// By the template; by the fallback, when that gives nothing.
    pub fn by(template: &Template, variables: &Variables, fallback: &str) -> Self {
        let rendered = template.render(variables);
        let name_trouble = rendered.failed.clone();
        Self { name: rendered.or(fallback).text, name_trouble }
    }
}
