//! Conditions: three answers, and why.

mod answers;
mod laws;
mod words;

use domain::conditions::{Condition, Fact, Leaf, Op, Param};

pub(crate) fn leaf(param: Param, op: Op, values: &[&str]) -> Condition {
    let values = values.iter().map(ToString::to_string).collect();
    Condition::Leaf(Leaf { param, op, values })
}

pub(crate) fn include(param: Param, values: &[&str]) -> Condition {
    leaf(param, Op::Include, values)
}

pub(crate) fn exclude(param: Param, values: &[&str]) -> Condition {
    leaf(param, Op::Exclude, values)
}

/// Facts of which only these are known.
pub(crate) fn known(facts: &'static [(Param, &'static [&'static str])]) -> impl Fn(Param) -> Fact {
    |param| match facts.iter().find(|(known, _)| *known == param) {
        Some((_, values)) => Fact::Known(values.iter().map(ToString::to_string).collect()),
        None => Fact::Unknown,
    }
}
