//! A card of the list.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Author;
use crate::chats::{ChannelId, ChatChannelKind};
use crate::ids::{ContactId, TaskId};

/// What the list and the head of the thread show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardFace {
    /// What it is.
    pub kind: WorkKind,
    /// Whom it is with, as far as known: a name, a phone, an e-mail.
    pub client: String,
    /// The client's phone, digits.
    pub phone: Option<String>,
    /// His e-mail.
    pub email: Option<String>,
    /// The channel.
    pub channel: Option<ChannelId>,
    /// What channel it is.
    pub channel_kind: Option<ChatChannelKind>,
    /// Its name in UIS.
    pub channel_name: Option<String>,
    /// The name of whoever holds it.
    pub holder_name: Option<String>,
    /// The last thing said.
    pub last: Option<LastWord>,
    /// When it began.
    pub began_at: Timestamp,
    /// Whether nobody answered the client before it was closed.
    #[serde(default)]
    pub lost: bool,
    /// UIS's word for why it was closed.
    pub close_reason: Option<String>,
    /// Until when the client may be written to freely (WABA); `None` where the channel has no such bounds.
    pub window: Option<Window>,
    /// The task in Planfix.
    pub task: Option<TaskId>,
    /// The contact in Planfix.
    pub contact: Option<ContactId>,
    /// How often it has come (back) into the queue: who takes it takes this time.
    pub round: u32,
}

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkKind {
    /// A chat.
    Chat,
    /// A lead.
    Lead,
}

/// The last thing said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastWord {
    /// By whom.
    pub author: Author,
    /// The beginning of the text.
    pub text: String,
    /// Whether it has a file.
    pub file: bool,
}

/// The time in which a client of a channel may be written to without a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// When it closes; `None` = it is closed.
    pub until: Option<Timestamp>,
}

impl Window {
    /// Whether a message without a template goes through at the moment.
    pub fn is_open(self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until > now)
    }
}

impl LastWord {
    /// How much of a text the list shows, characters.
    const SHOWN: usize = 140;

    /// Of a message.
    pub fn of(author: Author, text: &str, file: bool) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { author, text: text.chars().take(Self::SHOWN).collect(), file }
    }
}
