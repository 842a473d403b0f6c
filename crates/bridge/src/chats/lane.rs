//! What a chat's lane remembers between steps.

use std::collections::{BTreeMap, BTreeSet};

use domain::Failure;
use domain::chats::{ChatFacts, ChatId, ChatNote, MessageId};
use domain::failure::Code;
use domain::ids::UisEmployeeId;
use domain::workspace::{LastWord, Person};
use engine::model::OperationId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::mirror::Mirror;
use crate::entities::Making;

/// The lane's state can't be read by this version of the program.
const STATE: Code = Code::new("SVZ-STATE");

/// How many of our messages are known by UIS's ids: statuses of older ones do not come any more.
const KNOWN: usize = 200;

/// The state of a chat's lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct ChatLane {
    /// What is known.
    pub(super) facts: ChatFacts,
    /// Who works on it here.
    pub(super) holder: Option<Person>,
    /// How often it has come into the queue.
    pub(super) round: u32,
    /// Since when the visitor waits for an answer.
    pub(super) waiting_since: Option<Timestamp>,
    /// The last thing said.
    pub(super) last: Option<LastWord>,
    /// When something was last said.
    pub(super) last_at: Timestamp,
    /// Messages on their way to UIS, by the writes that carry them.
    pub(super) on_the_way: BTreeMap<OperationId, OnTheWay>,
    /// The lines of our messages, by UIS's ids, the oldest first.
    pub(super) known: Vec<(MessageId, String)>,
    /// The contact and the task in Planfix.
    #[serde(default)]
    pub(super) making: Making,
    /// The chat as it is led in its task too.
    #[serde(default)]
    pub(super) mirror: Mirror,
    /// Since when something is to be made in Planfix; `None` = its moment has not come.
    pub(super) moment: Option<Moment>,
    /// Why it is not for Planfix.
    pub(super) filtered: Option<ChatNote>,
    /// An operator wants a task of it, whatever the settings make.
    #[serde(default)]
    pub(super) wanted: bool,
    /// Somebody had the filter set aside for it; outlives a replay.
    #[serde(default)]
    pub(super) let_in: bool,
    /// How often the report was asked for the chat.
    #[serde(default)]
    pub(super) report_tries: u32,
    /// How many lines were put into the thread.
    #[serde(default)]
    pub(super) lines: u64,
    /// How many of them the task's description shows.
    #[serde(default)]
    pub(super) described: u64,
    /// When it was written.
    pub(super) described_at: Option<Timestamp>,
    /// Whether it shows the end.
    #[serde(default)]
    pub(super) described_over: bool,
    /// The variables that were known when it was written.
    #[serde(default)]
    pub(super) told_variables: BTreeSet<String>,
    /// How often it was written anew.
    #[serde(default)]
    pub(super) updates: u32,
    /// Notes that were given and are not given again.
    #[serde(default)]
    pub(super) told: BTreeSet<String>,
}

/// The moment at which something is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Moment {
    /// When it came.
    pub(super) at: Timestamp,
}

/// A message on its way to UIS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OnTheWay {
    /// Its line.
    pub(super) line: String,
    /// Who wrote it.
    pub(super) by: UisEmployeeId,
    /// What it says.
    pub(super) text: String,
    /// The name of its file.
    #[serde(default)]
    pub(super) file: Option<String>,
}

impl ChatLane {
    /// The state a step begins with.
    pub(super) fn open(state: Value, chat: ChatId, now: Timestamp) -> Result<Self, Failure> {
        if state.is_null() {
            return Ok(Self::fresh(chat, now));
        }
        serde_json::from_value(state).map_err(|error| {
            Failure::permanent(STATE, format!("Состояние чата не читается: {error}"))
        })
    }

    fn fresh(chat: ChatId, now: Timestamp) -> Self {
        Self {
            facts: ChatFacts::new(chat, now),
            holder: None,
            round: 1,
            waiting_since: None,
            last: None,
            last_at: now,
            on_the_way: BTreeMap::new(),
            known: Vec::new(),
            making: Making::default(),
            mirror: Mirror::default(),
            moment: None,
            filtered: None,
            wanted: false,
            let_in: false,
            report_tries: 0,
            lines: 0,
            described: 0,
            described_at: None,
            described_over: false,
            told_variables: BTreeSet::new(),
            updates: 0,
            told: BTreeSet::new(),
        }
    }

    /// The state a replay begins with: the facts are gathered anew, who the client was stays.
    pub(super) fn rewound(self) -> Self {
        let fresh = Self::fresh(self.facts.chat, self.facts.began_at);
        Self {
            making: self.making.rewound(),
            mirror: self.mirror.rewound(),
            let_in: self.let_in,
            ..fresh
        }
    }

    /// The state a chat begins with that the settings keep out for what it is, and somebody wants in; `None`
    /// when they keep out all chats, or not this one.
    pub(super) fn let_in(self) -> Option<Self> {
        match self.filtered {
            Some(ChatNote::ChatExcluded { .. } | ChatNote::NoContactData) => {
                Some(Self { let_in: true, ..self.rewound() })
            }
            _ => None,
        }
    }

    /// Whether somebody wants something made of it, whatever keeps it out.
    pub(super) fn is_asked_for(&self) -> bool {
        self.wanted || self.let_in
    }

    /// The line of a message that UIS knows by this id, when it was written here.
    pub(super) fn line_of(&self, message: &MessageId) -> Option<&str> {
        self.known.iter().find(|(id, _)| id == message).map(|(_, line)| line.as_str())
    }

    /// Remembers under which id UIS knows a message of ours.
    pub(super) fn know(&mut self, message: MessageId, line: String) {
        self.known.retain(|(id, _)| *id != message);
        self.known.push((message, line));
        if self.known.len() > KNOWN {
            self.known.remove(0);
        }
    }

    /// Notes that something was said.
    pub(super) fn said(&mut self, word: LastWord, at: Timestamp) {
        if at >= self.last_at {
            self.last_at = at;
        }
        self.last = Some(word);
    }

    /// Puts it back into the queue.
    pub(super) fn back_into_queue(&mut self) {
        self.holder = None;
        self.round += 1;
    }

    /// Whether the filter keeps it out of Planfix.
    pub(super) fn is_excluded(&self) -> bool {
        matches!(self.filtered, Some(ChatNote::ChatExcluded { .. }))
    }

    /// Whether it is over.
    pub(super) fn is_over(&self) -> bool {
        self.facts.closing.is_some()
    }
}
