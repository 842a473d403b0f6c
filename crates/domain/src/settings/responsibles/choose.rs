//! Who is responsible for a communication.

use serde::{Deserialize, Serialize};

use super::Responsibles;
use crate::conditions::{Explanation, Facts, Truth};
use crate::ids::PlanfixUserId;

/// Who was chosen and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Who it is.
    pub employee: PlanfixUserId,
    /// Number of the rule that matched, from 0; `None` when the default stands.
    pub rule: Option<usize>,
    /// Why the rule matched; `None` for the default.
    pub explanation: Option<Explanation>,
    /// Rules above it that are not decided yet: with more facts the choice may be another. Empty when
    /// the choice is final.
    pub open: Vec<OpenRule>,
}

/// A rule that is not decided yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRule {
    /// Its number, from 0.
    pub rule: usize,
    /// What it waits for.
    pub explanation: Explanation,
}

impl Choice {
    /// Whether no further fact can change the choice.
    pub fn is_final(&self) -> bool {
        self.open.is_empty()
    }
}

impl Responsibles {
    /// Asks the rules from top to bottom: the first that matches wins, else the default stands.
    ///
    /// `None` only when no rule matches and there is no default, which can't be in an enabled section
    /// that makes something.
    pub fn choose(&self, facts: &dyn Facts) -> Option<Choice> {
        let mut open = Vec::new();
        for (number, rule) in self.rules.iter().enumerate() {
            let explanation = rule.when.evaluate(facts);
            match explanation.truth {
                Truth::No => {}
                Truth::Unknown => open.push(OpenRule { rule: number, explanation }),
                Truth::Yes => {
                    return Some(Choice {
                        employee: rule.employee,
                        rule: Some(number),
                        explanation: Some(explanation),
                        open,
                    });
                }
            }
        }
        Some(Choice { employee: self.default?, rule: None, explanation: None, open })
    }
}
