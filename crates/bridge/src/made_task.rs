//! A task that we made, as the communication it was made of remembers it.

use domain::deals::{Communication, CommunicationKind};
use domain::ids::{CommunicationId, TaskId};

/// The task, and what it was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MadeTask {
    /// The task.
    pub(crate) task: TaskId,
    /// What kind of communication it was made of.
    pub(crate) kind: CommunicationKind,
    /// Its id in UIS; `None` = UIS has not told it.
    pub(crate) id: Option<CommunicationId>,
}

impl MadeTask {
    /// The communication, once UIS has told its id.
    pub(crate) fn communication(self) -> Option<Communication> {
        self.id.map(|id| self.named(id))
    }

    /// The communication by an id that was found out elsewhere.
    pub(crate) fn named(self, id: CommunicationId) -> Communication {
        Communication { id, kind: self.kind }
    }
}
