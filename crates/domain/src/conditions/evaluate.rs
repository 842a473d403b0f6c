//! A condition meets the facts.

use serde::{Deserialize, Serialize};

use super::explanation::{Explanation, Node, SeenLeaf};
use super::{Condition, Leaf, Op, Param, Truth};
use crate::phone::Phone;

/// What is known of one parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "known", content = "values", rename_all = "snake_case")]
pub enum Fact {
    /// Not known yet: the report's row is not there.
    Unknown,
    /// Known: everything the parameter can be called by (id and name), or every one of several (tags).
    /// Empty when the communication has none (a call without a site).
    Known(Vec<String>),
}

/// What is known of a communication.
pub trait Facts {
    /// What is known of the parameter.
    fn fact(&self, param: Param) -> Fact;
}

impl<F: Fn(Param) -> Fact> Facts for F {
    fn fact(&self, param: Param) -> Fact {
        self(param)
    }
}

impl Condition {
    /// Answers the condition with what is known, and keeps the reasons.
    pub fn evaluate(&self, facts: &dyn Facts) -> Explanation {
        match self {
            Self::Leaf(leaf) => leaf.evaluate(facts),
            Self::All(parts) => {
                let of = evaluate_each(parts, facts);
                let truth = of.iter().fold(Truth::Yes, |sum, part| sum.and(part.truth));
                Explanation { truth, node: Node::All { of } }
            }
            Self::Any(parts) => {
                let of = evaluate_each(parts, facts);
                let truth = of.iter().fold(Truth::No, |sum, part| sum.or(part.truth));
                Explanation { truth, node: Node::Any { of } }
            }
        }
    }
}

/// Every part is asked, also when the first has decided: the explanation shows them all.
fn evaluate_each(parts: &[Condition], facts: &dyn Facts) -> Vec<Explanation> {
    parts.iter().map(|part| part.evaluate(facts)).collect()
}

impl Leaf {
    fn evaluate(&self, facts: &dyn Facts) -> Explanation {
        let seen = facts.fact(self.param);
        let included = match &seen {
            Fact::Unknown => Truth::Unknown,
            Fact::Known(values) => Truth::from(values.iter().any(|value| self.names(value))),
        };
        let truth = match self.op {
            Op::Include => included,
            Op::Exclude => !included,
        };
        Explanation { truth, node: Node::Leaf(SeenLeaf { leaf: self.clone(), seen }) }
    }

    fn names(&self, value: &str) -> bool {
        self.values.iter().any(|wanted| same(self.param, wanted, value))
    }
}

/// Whether two spellings mean the same: by digits for numbers, else trimmed and without case.
fn same(param: Param, one: &str, other: &str) -> bool {
    if param == Param::VirtualNumber
        && let (Some(one), Some(other)) = (Phone::parse(one), Phone::parse(other))
    {
        return one.same_subscriber(&other);
    }
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
