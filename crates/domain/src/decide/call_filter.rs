//! «Фильтр входящих» and «Фильтр исходящих».

use serde::{Deserialize, Serialize};

use super::CallConditions;
use crate::calls::{CallFacts, Direction};
use crate::conditions::{Condition, Explanation, Facts, Truth};
use crate::settings::Telephony;

/// Whether the settings let a call through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "admission", rename_all = "snake_case")]
pub enum Admission {
    /// No filter, or it lets the call through.
    Passed {
        /// Why, when there is a filter.
        explanation: Option<Explanation>,
    },
    /// The filter keeps the call out, whatever else becomes known.
    Excluded {
        /// Why.
        explanation: Explanation,
    },
    /// What is known does not decide it yet.
    Open {
        /// What is missing.
        explanation: Explanation,
    },
}

/// Asks the filter of the call's direction with what is known so far.
pub fn admit_call(telephony: &Telephony, facts: &CallFacts) -> Admission {
    let direction = facts.direction.unwrap_or(Direction::In);
    admit(telephony.filter.of(direction), &CallConditions(facts))
}

/// Asks a filter with what is known so far; `None` lets everything through.
pub fn admit(filter: Option<&Condition>, facts: &dyn Facts) -> Admission {
    let Some(condition) = filter else {
        return Admission::Passed { explanation: None };
    };
    let explanation = condition.evaluate(facts);
    match explanation.truth {
        Truth::Yes => Admission::Passed { explanation: Some(explanation) },
        Truth::No => Admission::Excluded { explanation },
        Truth::Unknown => Admission::Open { explanation },
    }
}
