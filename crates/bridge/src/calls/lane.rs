//! What a call's lane remembers between steps.

use std::collections::BTreeSet;

use domain::Failure;
use domain::calls::{CallFacts, CallNote, Shown};
use domain::decide::{Acquaintance, Answers, CallCase};
use domain::failure::Code;
use domain::ids::{ContactId, TaskId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The lane's state can't be read by this version of the program.
const STATE: Code = Code::new("SVZ-STATE");

/// The state of a call's lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct CallLane {
    /// What is known.
    pub(super) facts: CallFacts,
    /// What Planfix was shown; outlives a replay.
    pub(super) shown: Shown,
    /// Whether the client is new; outlives a replay, since Planfix knows him from then on.
    pub(super) acquaintance: Option<Acquaintance>,
    /// Planfix was asked about the client, whatever came of it.
    pub(super) asked: bool,
    /// What was found out for the decision. Kept, so that other settings can be tried on the call.
    #[serde(default)]
    pub(super) answers: Answers,
    /// How often the report was asked for the call.
    pub(super) report_tries: u32,
    /// How often the contact was looked for.
    pub(super) contact_tries: u32,
    /// What is made of the call was decided.
    pub(super) decided: Option<Decided>,
    /// The client's contact.
    pub(super) contact: Option<ContactId>,
    /// The task that was made, or the open one that goes on.
    pub(super) task: Option<TaskId>,
    /// The client's number as Planfix wrote it, when the call was started by a click there.
    pub(super) clicked_number: Option<String>,
    /// Only the report told of the call: nothing of it is shown.
    #[serde(default)]
    pub(super) recovered: bool,
    /// Whether we made the task, so that its description is ours.
    pub(super) own_task: bool,
    /// How many recordings the task's description shows.
    pub(super) described_records: usize,
    /// Notes that were given and are not given again.
    pub(super) told: BTreeSet<String>,
}

/// What was decided about a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decided", rename_all = "snake_case")]
pub(super) enum Decided {
    /// It is not for Planfix; the note says why.
    Filtered {
        /// Why.
        why: Box<CallNote>,
    },
    /// Nothing is made of it; the note says why.
    Nothing {
        /// Why.
        why: Box<CallNote>,
    },
    /// A task was planned.
    Task {
        /// Its name.
        name: String,
    },
}

impl CallLane {
    /// The state a step begins with.
    pub(super) fn open(state: Value, fresh: impl FnOnce() -> CallFacts) -> Result<Self, Failure> {
        if state.is_null() {
            return Ok(Self::of(fresh(), Shown::default(), None));
        }
        serde_json::from_value(state).map_err(|error| {
            Failure::permanent(STATE, format!("Состояние звонка не читается: {error}"))
        })
    }

    fn of(facts: CallFacts, shown: Shown, acquaintance: Option<Acquaintance>) -> Self {
        Self {
            facts,
            shown,
            asked: acquaintance.is_some(),
            acquaintance,
            answers: Answers::default(),
            report_tries: 0,
            contact_tries: 0,
            decided: None,
            contact: None,
            task: None,
            clicked_number: None,
            recovered: false,
            own_task: false,
            described_records: 0,
            told: BTreeSet::new(),
        }
    }

    /// The state a replay begins with: the facts are gathered anew, what was shown and who the client
    /// was stay.
    pub(super) fn rewound(self) -> Self {
        let facts = CallFacts::new(self.facts.session, self.facts.began_at);
        Self::of(facts, self.shown, self.acquaintance)
    }

    /// The call as the decision sees it.
    pub(super) fn case(&self) -> CallCase<'_> {
        CallCase {
            facts: &self.facts,
            acquaintance: self.acquaintance.as_ref(),
            answers: &self.answers,
        }
    }

    /// Whether enough is known to leave the call alone from now on.
    pub(super) fn is_filtered(&self) -> bool {
        matches!(self.decided, Some(Decided::Filtered { .. }))
    }

    /// Whether a card of the call is on somebody's screen and will have to be closed.
    pub(super) fn has_open_cards(&self) -> bool {
        !self.shown.closed && !self.shown.cards.is_empty()
    }

    /// When the call ended, as far as known.
    pub(super) fn ended_at(&self) -> Option<Timestamp> {
        self.facts.ended_at
    }
}
