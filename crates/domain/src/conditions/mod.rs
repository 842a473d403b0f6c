//! Conditions (И/ИЛИ, «Включить»/«Исключить», any depth), answered with yes, no or not known yet, and
//! with the reason.

mod evaluate;
mod explanation;
mod param;
mod truth;
mod wording;

pub use evaluate::{Fact, Facts};
pub use explanation::{Explanation, Node, SeenLeaf};
pub use param::Param;
pub use truth::Truth;

use serde::{Deserialize, Serialize};

/// How deep groups may be nested; deeper is an error when the settings are read.
pub const MAX_DEPTH: usize = 32;

/// A condition on what is known of a communication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// One parameter compared with values.
    Leaf(Leaf),
    /// И: every one of them.
    All(Vec<Condition>),
    /// ИЛИ: at least one of them.
    Any(Vec<Condition>),
}

/// One row of the condition builder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// What is compared.
    pub param: Param,
    /// How.
    pub op: Op,
    /// With what: any one of these.
    pub values: Vec<String>,
}

/// How a parameter is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// «Включить»: one of the values is there.
    Include,
    /// «Исключить»: none of the values is there.
    Exclude,
}

impl Condition {
    /// Whether it looks at the parameter anywhere.
    pub fn looks_at(&self, param: Param) -> bool {
        match self {
            Self::Leaf(leaf) => leaf.param == param,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.looks_at(param)),
        }
    }
}
