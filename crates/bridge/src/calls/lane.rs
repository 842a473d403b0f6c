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
    /// The contact's name.
    #[serde(default)]
    pub(super) contact_name: Option<String>,
    /// Somebody had the filter set aside for the call; outlives a replay.
    #[serde(default)]
    pub(super) let_in: bool,
    /// The call was over when it was let in: nothing of it is shown.
    #[serde(default)]
    pub(super) let_in_late: bool,
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
            contact_name: None,
            let_in: false,
            let_in_late: false,
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
        let (let_in, let_in_late) = (self.let_in, self.let_in_late);
        Self { let_in, let_in_late, ..Self::of(facts, self.shown, self.acquaintance) }
    }

    /// The state a call begins with that the filter kept out and somebody wants in; `None` when it was
    /// not the filter. What has ended is not shown as if it went on.
    pub(super) fn let_in(self) -> Option<Self> {
        let Some(Decided::Filtered { why }) = &self.decided else { return None };
        if !matches!(**why, CallNote::Excluded { .. }) {
            return None;
        }
        let over = self.ended_at().is_some();
        let mut lane = Self { let_in: true, let_in_late: over, ..self.rewound() };
        lane.shown.closed |= over;
        Some(lane)
    }

    /// The client's name: the contact's, else the one Planfix said during the call, else UIS's.
    pub(super) fn client(&self) -> Option<String> {
        let said = match &self.acquaintance {
            Some(Acquaintance::Repeat { name, .. }) => name.clone(),
            Some(Acquaintance::First { .. }) | None => None,
        };
        let of_uis = || self.facts.variables.get("contact_full_name").cloned();
        let name = self.contact_name.clone().or(said).or_else(of_uis);
        name.filter(|name| !name.trim().is_empty())
    }

    /// The call as the decision sees it.
    pub(super) fn case(&self) -> CallCase<'_> {
        CallCase {
            facts: &self.facts,
            acquaintance: self.acquaintance.as_ref(),
            answers: &self.answers,
            let_in: self.let_in,
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
