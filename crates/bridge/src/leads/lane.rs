//! What a lead's lane remembers between steps.

use std::collections::BTreeSet;

use domain::Failure;
use domain::failure::Code;
use domain::leads::{LeadFacts, LeadNote};
use engine::model::{Standing, Summary};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::desk::Desk;
use crate::draft::json;
use crate::entities::{Ended, Making};

/// The lane's state can't be read by this version of the program.
const STATE: Code = Code::new("SVZ-STATE");

/// The state of a lead's lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct LeadLane {
    /// What is known.
    pub(super) facts: LeadFacts,
    /// When the first word of it came.
    pub(super) heard_at: Timestamp,
    /// The contact and the task.
    pub(super) making: Making,
    /// Why it is not for Planfix.
    pub(super) filtered: Option<LeadNote>,
    /// Somebody had the filter set aside for it; outlives a replay.
    #[serde(default)]
    pub(super) let_in: bool,
    /// The columns that were known when the task was described.
    pub(super) described: BTreeSet<String>,
    /// A few words for the journal's list: the name its task has or would have.
    pub(super) title: String,
    /// Notes that were given and are not given again.
    pub(super) told: BTreeSet<String>,
    /// How it stands among the operators' work.
    #[serde(default)]
    pub(super) desk: Desk,
}

impl LeadLane {
    /// The state a step begins with. Lanes of versions that only kept leads have none.
    pub(super) fn open(state: Value, now: Timestamp) -> Result<Self, Failure> {
        if state.is_null() {
            return Ok(Self::of(now, Making::default()));
        }
        serde_json::from_value(state).map_err(|error| {
            Failure::permanent(STATE, format!("Состояние заявки не читается: {error}"))
        })
    }

    fn of(now: Timestamp, making: Making) -> Self {
        Self {
            facts: LeadFacts::new(now),
            heard_at: now,
            making,
            filtered: None,
            let_in: false,
            described: BTreeSet::new(),
            title: String::new(),
            told: BTreeSet::new(),
            desk: Desk::default(),
        }
    }

    /// The state a replay begins with: the facts are gathered anew, who the client was stays.
    pub(super) fn rewound(self) -> Self {
        let mut rewound = Self::of(self.heard_at, self.making.rewound());
        rewound.facts.left_at = self.facts.left_at;
        rewound.let_in = self.let_in;
        rewound
    }

    /// The state a lead begins with that the filter kept out and somebody wants in; `None` when it was not the
    /// filter.
    pub(super) fn let_in(self) -> Option<Self> {
        match self.filtered {
            Some(LeadNote::LeadExcluded { .. }) => Some(Self { let_in: true, ..self.rewound() }),
            _ => None,
        }
    }

    /// Whether it is decided what becomes of it.
    pub(super) fn is_over(&self) -> bool {
        self.filtered.is_some() || self.making.ended.is_some()
    }

    /// The lead's line in the journal.
    pub(super) fn summary(&self, waits: bool) -> Result<Summary, Failure> {
        let (state, reason) = match (&self.filtered, &self.making.ended) {
            (Some(why), _) => (Standing::Filtered, json(why)?),
            (None, Some(Ended::Nothing { why })) => (Standing::Done, json(why)?),
            (None, Some(Ended::Task { .. } | Ended::Excluded { .. })) => {
                (Standing::Done, Value::Null)
            }
            (None, None) => (Standing::Waiting, Value::Null),
        };
        let state = if waits && state == Standing::Done { Standing::Waiting } else { state };
        Ok(Summary {
            direction: None,
            phone: self.facts.client().phones.into_iter().next(),
            client: self.facts.client_name(),
            title: self.title.clone(),
            state,
            reason,
            started_at: self.facts.left_at,
            task: self.making.task.map(|task| task.0),
            contact: self.making.contact.map(|contact| contact.0),
        })
    }
}
