//! What is made of calls.

use crate::ids::TaskObjectId;
use crate::settings::handling::{self, CallAssign, FirstCallCreate, Handling, RepeatCreate};
use crate::settings::problem::Because;
use crate::settings::reader::{Object, id};
use crate::settings::writer::{Section, section};

/// What is made of a call, and who is responsible.
pub type CallHandling<C> = Handling<C, CallAssign>;

const FIRST_NOTHING: CallHandling<FirstCallCreate> =
    Handling { create: FirstCallCreate::Nothing, assign: CallAssign::Rules };
const REPEAT_NOTHING: CallHandling<RepeatCreate> =
    Handling { create: RepeatCreate::Nothing, assign: CallAssign::Rules };

/// «Входящие звонки».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingCalls {
    /// «Первичные обращения».
    pub first: CallHandling<FirstCallCreate>,
    /// «Повторные обращения».
    pub repeat: CallHandling<RepeatCreate>,
    /// «Объект задачи»; always there where tasks are made.
    pub task_object: Option<TaskObjectId>,
    /// «Включить переадресацию на персонального менеджера».
    pub personal_manager: bool,
}

/// «Исходящие звонки».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingCalls {
    /// «Первичные обращения».
    pub first: CallHandling<FirstCallCreate>,
    /// «Повторные обращения».
    pub repeat: CallHandling<RepeatCreate>,
    /// «Объект задачи»; always there where tasks are made.
    pub task_object: Option<TaskObjectId>,
}

impl Default for IncomingCalls {
    fn default() -> Self {
        Self {
            first: FIRST_NOTHING,
            repeat: REPEAT_NOTHING,
            task_object: None,
            personal_manager: false,
        }
    }
}

impl Default for OutgoingCalls {
    fn default() -> Self {
        Self { first: FIRST_NOTHING, repeat: REPEAT_NOTHING, task_object: None }
    }
}

impl IncomingCalls {
    pub(super) fn read_at(object: &Object<'_>, enabled: bool) -> Option<Self> {
        let read = |inner: &Object<'_>| {
            let personal_manager = inner.flag("personal_manager", false);
            let OutgoingCalls { first, repeat, task_object } = OutgoingCalls::read(inner, enabled)?;
            Some(Self { first, repeat, task_object, personal_manager })
        };
        object.or("incoming", |block| block.object(read), || Some(Self::default()))
    }

    pub(super) fn write(&self) -> Section {
        write(self.first, self.repeat, self.task_object)
            .put("personal_manager", self.personal_manager)
    }
}

impl OutgoingCalls {
    pub(super) fn read_at(object: &Object<'_>, enabled: bool) -> Option<Self> {
        let read = |inner: &Object<'_>| Self::read(inner, enabled);
        object.or("outgoing", |block| block.object(read), || Some(Self::default()))
    }

    /// Reads what both directions have.
    fn read(object: &Object<'_>, enabled: bool) -> Option<Self> {
        let first = handling::read_at(object, "first", FIRST_NOTHING);
        let repeat = handling::read_at(object, "repeat", REPEAT_NOTHING);
        let task_object = object.optional("task_object", id(TaskObjectId));
        let calls = Self { first: first?, repeat: repeat?, task_object };
        if enabled && calls.makes_task() {
            object.require("task_object", Some(Because::TaskCreated));
        }
        Some(calls)
    }

    /// Whether any call makes a task.
    pub(super) fn makes_task(&self) -> bool {
        self.first.create.makes_task() || self.repeat.create.makes_task()
    }

    pub(super) fn write(&self) -> Section {
        write(self.first, self.repeat, self.task_object)
    }
}

fn write(
    first: CallHandling<FirstCallCreate>,
    repeat: CallHandling<RepeatCreate>,
    task_object: Option<TaskObjectId>,
) -> Section {
    section()
        .put("first", handling::write(first))
        .put("repeat", handling::write(repeat))
        .nullable("task_object", task_object.map(|object| object.0))
}
