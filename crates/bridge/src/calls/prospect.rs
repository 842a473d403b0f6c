//! What a call's decision comes to, in the shape in which settings are compared.

use std::collections::BTreeSet;

use domain::calls::CallNote;
use domain::decide::{Assigned, CallOutcome, CallTaskPlan, PassedCall};
use domain::entities::EntityNote;
use domain::ids::UisEmployeeId;
use domain::settings::CallAssign;
use serde_json::Value;

use super::lane::CallLane;
use crate::accounts::Recalled;
use crate::prospect::{Assignee, Made, Prospect, Unknown};

/// What was not known while it was decided.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    /// What surely counts.
    pub(super) unknown: BTreeSet<Unknown>,
    /// Who is responsible for the contact; counts when he is wanted.
    pub(super) owner: bool,
    /// Who these are in Planfix; counts when one of them is wanted.
    pub(super) talkers: BTreeSet<UisEmployeeId>,
}

/// The decision as a prospect.
pub(super) fn prospect(
    lane: &CallLane,
    outcome: CallOutcome,
    gaps: Gaps,
    people: &Recalled,
) -> Prospect {
    let passed = match outcome {
        CallOutcome::Passed(passed) => *passed,
        CallOutcome::Filtered { why } => return Prospect::of(Made::Filtered, words(&why)),
    };
    let missing = missing_person(lane, &passed, &gaps);
    let PassedCall { let_through, creation, contact_fields, task, .. } = passed;
    let mut prospect = match task {
        CallTaskPlan::Nothing { why } => Prospect::of(Made::Nothing, words(&why)),
        CallTaskPlan::GoesOn { task, fields } => Prospect {
            task_fields: fields,
            ..Prospect::of(Made::GoesOn(task), words(&EntityNote::OpenTask { task }.into()))
        },
        CallTaskPlan::New { named, assigned, fields, .. } => {
            let why = let_through.map(|explanation| CallNote::LetThrough { explanation });
            Prospect {
                name: Some(named.name),
                assignee: assigned.map(|assigned| assignee(assigned, missing, people)),
                object: creation.object,
                task_fields: fields,
                ..Prospect::of(Made::Task, why.as_ref().map_or(Value::Null, words))
            }
        }
    };
    prospect.contact_fields = contact_fields;
    prospect.unknown = gaps.unknown;
    prospect.unknown.extend(missing);
    prospect
}

/// The person who is wanted for a new task and not known.
fn missing_person(lane: &CallLane, passed: &PassedCall, gaps: &Gaps) -> Option<Unknown> {
    let CallTaskPlan::New { .. } = passed.task else { return None };
    let talker = |employee: Option<UisEmployeeId>| {
        let unknown = employee.is_some_and(|employee| gaps.talkers.contains(&employee));
        unknown.then_some(Unknown::Talker)
    };
    match passed.creation.assign {
        CallAssign::FirstTalker => talker(lane.facts.first_talker()),
        CallAssign::LastTalker => talker(lane.facts.last_talker()),
        CallAssign::ContactOwner => gaps.owner.then_some(Unknown::ContactOwner),
        CallAssign::Rules => None,
    }
}

fn assignee(assigned: Assigned, missing: Option<Unknown>, people: &Recalled) -> Assignee {
    if missing.is_some() {
        return Assignee { user: None, name: None, by: None };
    }
    let Assigned { employee, by } = assigned;
    Assignee {
        user: Some(employee),
        name: people.name_of(employee).map(str::to_owned),
        by: Some(by),
    }
}

/// A note as the journal keeps it; it can always be written.
fn words(note: &CallNote) -> Value {
    serde_json::to_value(note).unwrap_or(Value::Null)
}
