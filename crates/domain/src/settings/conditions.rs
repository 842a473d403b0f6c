//! Conditions in the settings file: `{param, op, values}`, `{all: […]}`, `{any: […]}`.

use serde_json::Value;

use super::problem::ProblemKind;
use super::reader::{Cursor, Object, Words, choice, label};
use super::writer::section;
use crate::conditions::{Condition, Leaf, MAX_DEPTH, Op, Param};
use crate::flow::Flow;
use crate::text::nearest;

impl Words for Op {
    const WORDS: &'static [(&'static str, Self)] =
        &[("include", Self::Include), ("exclude", Self::Exclude)];
}

/// Reads the condition of a filter; an empty group at the top is no condition, everything passes.
pub(super) fn filter(flow: Flow) -> impl Fn(&Cursor<'_>) -> Option<Condition> {
    move |cursor| if cursor.is_empty_group() { None } else { read(cursor, flow, 1) }
}

/// Reads the condition of a rule, which can't be empty.
pub(super) fn rule(flow: Flow) -> impl Fn(&Cursor<'_>) -> Option<Condition> {
    move |cursor| read(cursor, flow, 1)
}

fn read(cursor: &Cursor<'_>, flow: Flow, depth: usize) -> Option<Condition> {
    if depth > MAX_DEPTH {
        return cursor.fail(ProblemKind::TooDeep { limit: MAX_DEPTH });
    }
    cursor.object(|object| {
        let kinds = ["all", "any", "param"];
        let given: Vec<_> = kinds.into_iter().filter(|key| object.has(key)).collect();
        match given.as_slice() {
            ["all"] => group(object, "all", flow, depth).map(Condition::All),
            ["any"] => group(object, "any", flow, depth).map(Condition::Any),
            ["param"] => leaf(object, flow).map(Condition::Leaf),
            _ => {
                object.ask(&["all", "any", "param", "op", "values"]);
                cursor.fail(ProblemKind::OneOf { keys: &["param", "all", "any"] })
            }
        }
    })
}

fn group(
    object: &Object<'_>,
    key: &'static str,
    flow: Flow,
    depth: usize,
) -> Option<Vec<Condition>> {
    let parts = object.required(key, |list| {
        if list.is_empty_list() {
            return list.fail(ProblemKind::Empty);
        }
        list.list(|part| read(part, flow, depth + 1))
    })?;
    (!parts.is_empty()).then_some(parts)
}

fn leaf(object: &Object<'_>, flow: Flow) -> Option<Leaf> {
    let param = object.required("param", |cursor| param(cursor, flow));
    let op = object.required("op", choice);
    let values = object.required("values", |list| {
        if list.is_empty_list() {
            return list.fail(ProblemKind::Empty);
        }
        list.list(label)
    });
    Some(Leaf { param: param?, op: op?, values: values? })
}

fn param(cursor: &Cursor<'_>, flow: Flow) -> Option<Param> {
    let got = label(cursor)?;
    let allowed = Param::of(flow);
    if let Some(param) = allowed.iter().find(|param| param.name() == got) {
        return Some(*param);
    }
    let nearest = nearest(&got, allowed.iter().map(|param| param.name())).map(str::to_owned);
    let allowed = allowed.iter().map(|param| param.name().to_owned()).collect();
    cursor.fail(ProblemKind::NotAllowed { got, allowed, nearest })
}

/// Writes a condition.
pub(super) fn write(condition: &Condition) -> Value {
    let group = |key: &str, parts: &[Condition]| section().list(key, parts, write).into();
    match condition {
        Condition::All(parts) => group("all", parts),
        Condition::Any(parts) => group("any", parts),
        Condition::Leaf(leaf) => section()
            .put("param", leaf.param.name())
            .put("op", leaf.op.word())
            .put("values", leaf.values.clone())
            .into(),
    }
}
