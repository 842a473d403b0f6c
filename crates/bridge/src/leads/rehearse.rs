//! A lead under settings that are not saved.

use domain::leads::LeadNote;
use serde_json::Value;

use super::course::{self, NOBODY, TASK};
use super::lane::LeadLane;
use crate::draft::json;
use crate::entities::Past;
use crate::prospect::{Made, Prospect, Side, Stage, Trial, Tried};

/// Tries a lead.
pub(crate) fn rehearse(state: Value, stage: &Stage<'_>) -> Tried {
    let Ok(lane) = serde_json::from_value::<LeadLane>(state) else { return Tried::LeftOut };
    if !lane.is_over() {
        return Tried::LeftOut;
    }
    Tried::Done(Box::new(Trial {
        started_at: lane.facts.left_at,
        direction: None,
        phone: lane.facts.client().phones.into_iter().next(),
        before: prospect_of(&lane, &stage.saved),
        after: prospect_of(&lane, &stage.draft),
    }))
}

fn prospect_of(lane: &LeadLane, side: &Side<'_>) -> Prospect {
    let text = &side.settings.text;
    let Some(rules) = text.lead_rules() else {
        let why = if text.enabled { LeadNote::LeadsOff } else { LeadNote::TextOff };
        return Prospect::of(Made::Filtered, words(&why));
    };
    Past {
        rules: course::rules_for(lane, rules),
        making: &lane.making,
        client: &lane.facts.client(),
        variables: &lane.facts.template_variables(),
        nameless: false,
        contact_fallback: NOBODY,
        task_fallback: TASK,
        primary: lane.facts.primary(),
        excluded: |explanation| words(&LeadNote::LeadExcluded { explanation }),
    }
    .prospect(side)
}

/// A note as the journal keeps it; it can always be written.
fn words(note: &LeadNote) -> Value {
    json(note).unwrap_or(Value::Null)
}
