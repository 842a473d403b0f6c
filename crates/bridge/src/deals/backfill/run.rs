//! A run of the load, as it is stored.

use domain::Failure;
pub use domain::deals::LoadStage as Stage;
use domain::ids::{TaskId, TaskObjectId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When so few of the tasks told of are still to be read, the next page is fetched: whoever reads them should not have to
/// wait for it.
const FEW: usize = 20;

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Where it stands.
    pub stage: Stage,
    /// Whose tasks.
    pub object: TaskObjectId,
    /// How many days back.
    pub days: u32,
    /// Tasks made since then.
    pub since: Timestamp,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it last moved.
    pub moved_at: Timestamp,
    /// Pages that were told of.
    pub pages: usize,
    /// Tasks found.
    pub found: u64,
    /// Tasks that were read.
    pub read: u64,
    /// Tasks of the page at hand that are still to be read.
    pub waiting: Vec<TaskId>,
    /// No page is left.
    pub is_last: bool,
    /// Why it does not move.
    pub trouble: Option<Failure>,
}

impl Run {
    pub(super) fn begin(object: TaskObjectId, days: u32, since: Timestamp, now: Timestamp) -> Self {
        Self {
            stage: Stage::Running,
            object,
            days,
            since,
            started_at: now,
            moved_at: now,
            pages: 0,
            found: 0,
            read: 0,
            waiting: Vec::new(),
            is_last: false,
            trouble: None,
        }
    }

    /// The run at another stage; `None` when it can't go there.
    pub(super) fn turned(self, to: Stage, now: Timestamp) -> Option<Self> {
        let may = match to {
            Stage::Running | Stage::Paused | Stage::Stopped => self.stage.is_open(),
            Stage::Done => false,
        };
        may.then_some(Self { stage: to, moved_at: now, trouble: None, ..self })
    }

    /// By what its lane and its events are told from those of another run.
    pub(super) fn mark(&self) -> String {
        self.started_at.as_millisecond().to_string()
    }

    /// Whether another page may be told of: what is at hand is as good as read.
    pub(super) fn wants_more(&self) -> bool {
        self.stage == Stage::Running && !self.is_last && self.waiting.len() <= FEW
    }

    /// Whether there is anything to look after.
    pub(super) fn is_moving(&self) -> bool {
        self.stage == Stage::Running || (self.stage == Stage::Paused && !self.waiting.is_empty())
    }
}
