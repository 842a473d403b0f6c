//! Why a condition answered as it did.

use serde::{Deserialize, Serialize};

use super::{Fact, Leaf, Truth};

/// The condition's tree again, each part with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The answer of this part.
    pub truth: Truth,
    /// The part.
    #[serde(flatten)]
    pub node: Node,
}

/// A part of an explained condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "node", rename_all = "snake_case")]
pub enum Node {
    /// A row.
    Leaf(SeenLeaf),
    /// И.
    All {
        /// Its parts.
        of: Vec<Explanation>,
    },
    /// ИЛИ.
    Any {
        /// Its parts.
        of: Vec<Explanation>,
    },
}

/// A row of the condition and what it was compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenLeaf {
    /// The row.
    #[serde(flatten)]
    pub leaf: Leaf,
    /// What was known of its parameter.
    pub seen: Fact,
}

impl Explanation {
    /// The rows that made the answer what it is: had they answered otherwise, it could be another.
    pub fn deciding(&self) -> Vec<&SeenLeaf> {
        let mut rows = Vec::new();
        self.collect_deciding(&mut rows);
        rows
    }

    /// A group's answer is decided by the parts that gave the same answer: one «no» decides И, one
    /// «yes» decides ИЛИ, and otherwise all parts agree or the unknown ones keep it open.
    fn collect_deciding<'a>(&'a self, rows: &mut Vec<&'a SeenLeaf>) {
        match &self.node {
            Node::Leaf(row) => rows.push(row),
            Node::All { of } | Node::Any { of } => {
                for part in of.iter().filter(|part| part.truth == self.truth) {
                    part.collect_deciding(rows);
                }
            }
        }
    }
}
