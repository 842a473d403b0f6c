//! The load of tasks that were there before deals were switched on.

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// Where a load stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoadStage {
    /// It goes on.
    Running,
    /// Somebody has paused it.
    Paused,
    /// All tasks were told of and read.
    Done,
    /// Somebody has stopped it, or the settings choose another object by now.
    Stopped,
}

impl LoadStage {
    /// Whether it may still go on.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Running | Self::Paused)
    }

    /// The stage and how far it has come, as a sentence.
    pub(super) fn text(self, read: u64, found: u64, lang: Lang) -> String {
        match lang {
            Lang::Ru => {
                let how = match self {
                    Self::Running => "идёт",
                    Self::Paused => "на паузе",
                    Self::Done => "закончена",
                    Self::Stopped => "остановлена",
                };
                format!("Загрузка {how}: прочитано задач {read} из {found}")
            }
            Lang::En => {
                let how = match self {
                    Self::Running => "goes on",
                    Self::Paused => "is paused",
                    Self::Done => "is done",
                    Self::Stopped => "was stopped",
                };
                format!("The load {how}: {read} tasks of {found} were read")
            }
        }
    }
}
