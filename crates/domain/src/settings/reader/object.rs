//! A section of the file being read.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::super::problem::{Because, ProblemKind};
use super::{Cursor, Problems};
use crate::text::nearest;

/// A section. It remembers which keys were asked for: the others do not exist.
#[derive(Debug)]
pub(in super::super) struct Object<'a> {
    map: &'a Map<String, Value>,
    path: String,
    problems: &'a Problems,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Object<'a> {
    pub(super) fn new(map: &'a Map<String, Value>, path: &str, problems: &'a Problems) -> Self {
        Self { map, path: path.to_owned(), problems, asked: RefCell::default() }
    }

    /// The key's value, when it is there and not null.
    fn get(&self, key: &'static str) -> Option<Cursor<'a>> {
        self.asked.borrow_mut().push(key);
        let value = self.map.get(key).filter(|value| !value.is_null())?;
        Some(Cursor { value, path: self.path_of(key), problems: self.problems })
    }

    /// Reads a key that may be absent.
    pub(in super::super) fn optional<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Cursor<'a>) -> Option<T>,
    ) -> Option<T> {
        read(&self.get(key)?)
    }

    /// Reads a key that may not be absent.
    pub(in super::super) fn required<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Cursor<'a>) -> Option<T>,
    ) -> Option<T> {
        let absent = || {
            self.require(key, None);
            None
        };
        self.or(key, read, absent)
    }

    /// Reads a key with what stands for it when it is absent.
    pub(in super::super) fn or<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Cursor<'a>) -> Option<T>,
        absent: impl FnOnce() -> Option<T>,
    ) -> Option<T> {
        match self.get(key) {
            Some(cursor) => read(&cursor),
            None => absent(),
        }
    }

    /// Reads a list; absent is empty.
    pub(in super::super) fn list<T>(
        &self,
        key: &'static str,
        read: impl Fn(&Cursor<'a>) -> Option<T>,
    ) -> Vec<T> {
        self.optional(key, |cursor| cursor.list(read)).unwrap_or_default()
    }

    /// Reads a section; absent is its default.
    pub(in super::super) fn section<T: Default>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Object<'a>) -> T,
    ) -> T {
        self.optional(key, |cursor| cursor.section(read)).unwrap_or_default()
    }

    /// Reads a flag with the value it has when absent.
    pub(in super::super) fn flag(&self, key: &'static str, default: bool) -> bool {
        self.optional(key, super::flag).unwrap_or(default)
    }

    /// Makes keys known without reading them.
    pub(in super::super) fn ask(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend(keys);
    }

    /// Whether the key is in the file, right or wrong.
    pub(in super::super) fn has(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(|value| !value.is_null())
    }

    /// Whether the key is in the file, be it with no value.
    pub(in super::super) fn names(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// Leaves a problem at a key.
    pub(in super::super) fn fail(&self, key: &str, kind: ProblemKind) {
        self.problems.add(&self.path_of(key), kind);
    }

    /// Says that a key must be given, unless it is there already and wrong in another way.
    pub(in super::super) fn require(&self, key: &str, because: Option<Because>) {
        if !self.has(key) {
            self.fail(key, ProblemKind::Required { because });
        }
    }

    /// Says that a key inside a section that is absent must be given.
    pub(in super::super) fn require_inside(&self, section: &str, key: &str, because: Because) {
        if !self.has(section) {
            self.fail(
                &format!("{section}.{key}"),
                ProblemKind::Required { because: Some(because) },
            );
        }
    }

    /// Says that an empty list may not be empty.
    pub(in super::super) fn need_items(&self, key: &str, because: Because) {
        let some = self.map.get(key).and_then(Value::as_array).is_some_and(|list| !list.is_empty());
        if !some {
            self.fail(key, ProblemKind::Required { because: Some(because) });
        }
    }

    /// Says where a list names the same thing twice under a key of its items.
    pub(in super::super) fn each_once(&self, list: &str, key: &str) {
        let mut seen: Vec<(usize, &Value)> = Vec::new();
        for (index, item) in
            self.map.get(list).and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            let Some(value) = item.get(key).filter(|value| !value.is_null()) else { continue };
            match seen.iter().find(|(_, other)| *other == value) {
                None => seen.push((index, value)),
                Some((first, _)) => {
                    let elsewhere = self.path_of(&format!("{list}[{first}].{key}"));
                    self.fail(
                        &format!("{list}[{index}].{key}"),
                        ProblemKind::Repeated { elsewhere },
                    );
                }
            }
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub(super) fn report_unknown_keys(&self) {
        let asked = self.asked.borrow();
        for key in self.map.keys().filter(|key| !asked.contains(&key.as_str())) {
            let nearest = nearest(key, asked.iter().copied()).map(str::to_owned);
            self.fail(key, ProblemKind::UnknownKey { nearest });
        }
    }
}
