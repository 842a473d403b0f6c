//! «Первичные / повторные обращения» and «Назначать на»: what is made of a communication.

use super::reader::{Object, Words, choice};
use super::writer::{Section, section};

/// What is made of a communication and who is responsible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handling<C, A> {
    /// What is made.
    pub create: C,
    /// «Назначать на».
    pub assign: A,
}

/// What is made of a first call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstCallCreate {
    /// `task`
    Task,
    /// `nothing`
    Nothing,
}

/// What is made of a repeated call, lead or chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepeatCreate {
    /// `task`
    Task,
    /// `task_if_none_open`: a task, unless the contact has an open one.
    TaskIfNoneOpen,
    /// `nothing`
    Nothing,
}

/// What is made of a first lead or chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstTextCreate {
    /// `contact`
    Contact,
    /// `task`
    Task,
    /// `contact_and_task`
    ContactAndTask,
    /// `nothing`
    Nothing,
}

/// Who is responsible for what a call makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallAssign {
    /// `first_talker`: the employee who talked first.
    FirstTalker,
    /// `last_talker`: the employee who talked last.
    LastTalker,
    /// `contact_owner`: the one responsible for the contact.
    ContactOwner,
    /// `rules`: «Ответственные» of the settings.
    Rules,
}

/// Who is responsible for what a lead or chat makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextAssign {
    /// `contact_owner`: the one responsible for the contact.
    ContactOwner,
    /// `rules`: «Ответственные» of the settings.
    Rules,
}

impl Words for FirstCallCreate {
    const WORDS: &'static [(&'static str, Self)] =
        &[("task", Self::Task), ("nothing", Self::Nothing)];
}

impl Words for RepeatCreate {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("task", Self::Task),
        ("task_if_none_open", Self::TaskIfNoneOpen),
        ("nothing", Self::Nothing),
    ];
}

impl Words for FirstTextCreate {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("contact", Self::Contact),
        ("task", Self::Task),
        ("contact_and_task", Self::ContactAndTask),
        ("nothing", Self::Nothing),
    ];
}

impl Words for CallAssign {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("first_talker", Self::FirstTalker),
        ("last_talker", Self::LastTalker),
        ("contact_owner", Self::ContactOwner),
        ("rules", Self::Rules),
    ];
}

impl Words for TextAssign {
    const WORDS: &'static [(&'static str, Self)] =
        &[("contact_owner", Self::ContactOwner), ("rules", Self::Rules)];
}

/// Reads the block at the key; left out, it is as `absent` says.
pub(super) fn read_at<C: Words, A: Words>(
    object: &Object<'_>,
    key: &'static str,
    absent: Handling<C, A>,
) -> Option<Handling<C, A>> {
    let read = |inner: &Object<'_>| {
        let create = inner.required("create", choice);
        let assign = inner.or("assign", choice, || Some(absent.assign));
        Some(Handling { create: create?, assign: assign? })
    };
    object.or(key, |block| block.object(read), || Some(absent))
}

/// Writes the block.
pub(super) fn write<C: Words, A: Words>(handling: Handling<C, A>) -> Section {
    section().put("create", handling.create.word()).put("assign", handling.assign.word())
}

impl FirstCallCreate {
    /// Whether a task is made.
    pub fn makes_task(self) -> bool {
        self == Self::Task
    }
}

impl RepeatCreate {
    /// Whether a task may be made.
    pub fn makes_task(self) -> bool {
        self != Self::Nothing
    }
}

impl FirstTextCreate {
    /// Whether a task is made.
    pub fn makes_task(self) -> bool {
        matches!(self, Self::Task | Self::ContactAndTask)
    }

    /// Whether a contact is made.
    pub fn makes_contact(self) -> bool {
        matches!(self, Self::Contact | Self::ContactAndTask)
    }
}
