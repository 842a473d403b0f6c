//! Reads settings out of a JSON value and collects every mistake with its path, not only the first.
//!
//! Readers return `None` for what is absent or wrong; a wrong value has left its [`Problem`] behind, so
//! reading goes on with the rest of the file. `null` is the same as absent.

mod object;
mod values;

pub(super) use object::Object;
pub(super) use values::{
    Words, choice, connection_name, flag, id, label, phone, planfix_user, secret, template, text,
    timezone, url, variable,
};

use std::cell::RefCell;

use serde_json::Value;

use super::problem::{Expected, Problem, ProblemKind};

/// Where mistakes are collected.
#[derive(Debug, Default)]
pub(super) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub(super) fn add(&self, path: &str, kind: ProblemKind) {
        self.0.borrow_mut().push(Problem::new(path, kind));
    }

    pub(super) fn into_vec(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

/// A value of the file and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    value: &'a Value,
    path: String,
    problems: &'a Problems,
}

impl<'a> Cursor<'a> {
    /// The whole file.
    pub(super) fn root(value: &'a Value, problems: &'a Problems) -> Self {
        Self { value, path: String::new(), problems }
    }

    /// Leaves a problem here; `None` for the reader to return.
    pub(super) fn fail<T>(&self, kind: ProblemKind) -> Option<T> {
        self.problems.add(&self.path, kind);
        None
    }

    pub(super) fn expected<T>(&self, expected: Expected) -> Option<T> {
        self.fail(ProblemKind::WrongType { expected })
    }

    pub(super) fn is_empty_list(&self) -> bool {
        self.value.as_array().is_some_and(Vec::is_empty)
    }

    /// Whether this is `{}`, `{all: []}` or `{any: []}`: what an emptied condition builder leaves.
    pub(super) fn is_empty_group(&self) -> bool {
        self.value.as_object().is_some_and(|group| {
            group.iter().all(|(key, parts)| {
                matches!(key.as_str(), "all" | "any") && parts.as_array().is_some_and(Vec::is_empty)
            })
        })
    }

    /// Reads a section; keys that the reader did not ask for are problems.
    pub(super) fn object<T>(&self, read: impl FnOnce(&Object<'a>) -> Option<T>) -> Option<T> {
        self.section(read).flatten()
    }

    /// Reads a section whose every key has a default.
    pub(super) fn section<T>(&self, read: impl FnOnce(&Object<'a>) -> T) -> Option<T> {
        let Value::Object(map) = self.value else {
            return self.expected(Expected::Section);
        };
        let object = Object::new(map, &self.path, self.problems);
        let section = read(&object);
        object.report_unknown_keys();
        Some(section)
    }

    /// Reads a list; wrong items are left out and have left their problems.
    pub(super) fn list<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<Vec<T>> {
        let Value::Array(items) = self.value else {
            return self.expected(Expected::List);
        };
        let item = |(index, value): (usize, &'a Value)| {
            let path = format!("{}[{index}]", self.path);
            read(&Self { value, path, problems: self.problems })
        };
        Some(items.iter().enumerate().filter_map(item).collect())
    }
}
