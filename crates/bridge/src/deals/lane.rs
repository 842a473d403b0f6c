//! What a deal's lane remembers between steps.

use domain::Failure;
use domain::deals::{DealContact, DealEmployee, DealNote, DealRow, Funnel};
use domain::failure::Code;
use domain::phone::Phone;
use engine::store::LaneView;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::LANE;

/// The lane's state can't be read by this version of the program.
const STATE: Code = Code::new("SVZ-STATE");

/// The state of a deal's lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct DealLane {
    /// When we first heard of the task.
    pub(super) first_told: Timestamp,
    /// What was told since the task was last read.
    pub(super) unread: Option<Unread>,
    /// How often we waited for what made the task.
    pub(super) patience: u32,
    /// How many rows were planned.
    pub(super) rows: u32,
    /// Rows on their way, oldest first.
    pub(super) planned: Vec<Planned>,
    /// The newest row that UIS took.
    pub(super) accepted: Option<DealRow>,
    /// The row whose processing is watched.
    pub(super) watched: Option<Watched>,
    /// The deal waits for the communication that made its task.
    #[serde(default)]
    pub(super) untied: Option<Untied>,
    /// Rows that were given up.
    pub(super) dead: Vec<u32>,
    /// Rows that a replay has brought back to life, to be planned anew.
    pub(super) revived: Vec<u32>,
    /// The funnel this lane has last had UIS know.
    pub(super) funnel: Option<Funnel>,
    /// The client this lane has last had UIS know.
    pub(super) contact: Option<DealContact>,
    /// The employee this lane has last had UIS know.
    pub(super) employee: Option<DealEmployee>,
    /// How the deal stands, for the journal's list.
    pub(super) stands: Option<DealNote>,
    /// The task's name.
    pub(super) name: String,
    /// The client's number.
    pub(super) phone: Option<Phone>,
    /// Whether the task is none of ours.
    pub(super) foreign: bool,
}

/// The task has to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Unread {
    /// When it was told last.
    pub(super) told: Timestamp,
    /// When to read.
    pub(super) at: Timestamp,
    /// Nobody but the back-fill told of it.
    pub(super) backfill: bool,
}

/// A row on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Planned {
    /// Its number.
    pub(super) number: u32,
    /// The row.
    pub(super) row: DealRow,
}

/// A row that UIS took and may not have processed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Watched {
    /// The row.
    pub(super) row: DealRow,
    /// How often UIS was asked.
    pub(super) tries: u32,
    /// When to ask next.
    pub(super) at: Timestamp,
}

/// A deal whose communication UIS was not told, and that may still become known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Untied {
    /// How often it was looked for.
    pub(super) tries: u32,
    /// When to look next.
    pub(super) at: Timestamp,
}

impl DealLane {
    /// The state a step begins with.
    pub(super) fn open(state: Value, now: Timestamp) -> Result<Self, Failure> {
        if state.is_null() {
            return Ok(Self::new(now));
        }
        serde_json::from_value(state).map_err(|error| {
            Failure::permanent(STATE, format!("Состояние сделки не читается: {error}"))
        })
    }

    fn new(first_told: Timestamp) -> Self {
        Self {
            first_told,
            unread: None,
            patience: 0,
            rows: 0,
            planned: Vec::new(),
            accepted: None,
            watched: None,
            untied: None,
            dead: Vec::new(),
            revived: Vec::new(),
            funnel: None,
            contact: None,
            employee: None,
            stands: None,
            name: String::new(),
            phone: None,
            foreign: false,
        }
    }

    /// The state a replay begins with: what UIS was told stays, so nothing is told twice; what was given
    /// up is planned anew. What UIS was told of people and funnels is told again: they may be why.
    pub(super) fn rewound(self) -> Self {
        Self {
            rows: self.rows,
            planned: self.planned,
            accepted: self.accepted,
            revived: self.dead,
            ..Self::new(self.first_told)
        }
    }

    /// The newest row that UIS has or will have.
    pub(super) fn last(&self) -> Option<&DealRow> {
        self.planned.last().map(|planned| &planned.row).or(self.accepted.as_ref())
    }

    /// When the lane wants to be woken.
    pub(super) fn next(&self) -> Option<Timestamp> {
        let untied = self.untied.map(|untied| untied.at);
        self.awaited().into_iter().chain(untied).min()
    }

    /// When something is due that the deal is not done without. That its communication may still become known
    /// keeps nobody waiting.
    pub(super) fn awaited(&self) -> Option<Timestamp> {
        let unread = self.unread.map(|unread| unread.at);
        let watched = self.watched.as_ref().map(|watched| watched.at);
        unread.into_iter().chain(watched).min()
    }
}

/// The deal as UIS was last told of it, or will be; `None` when the lane is no deal's, or UIS was told nothing.
pub fn deal_of(lane: &LaneView) -> Option<DealRow> {
    if lane.key.kind() != LANE {
        return None;
    }
    let lane: DealLane = serde_json::from_value(lane.state.clone()).ok()?;
    lane.last().cloned()
}

/// Whether the task is still to be read; a lane that was told of it and never stepped counts.
pub(super) fn is_unread(lane: &LaneView) -> bool {
    lane.state.is_null()
        || serde_json::from_value::<DealLane>(lane.state.clone())
            .is_ok_and(|lane| lane.unread.is_some())
}
