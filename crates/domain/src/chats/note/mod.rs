//! What the journal says of a chat, besides what came in and what was sent.
//!
//! The words stand by language, one file each; a note without words in one of them does not compile.

mod english;
mod russian;

use serde::{Deserialize, Serialize};

use crate::conditions::Explanation;
use crate::entities::EntityNote;
use crate::ids::{ContactId, TaskId};
use crate::text::Lang;

/// In whose name an answer from the task goes to the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnsweredAs {
    /// The employee of UIS who is its author.
    Author,
    /// Its author is not known in UIS: whoever has the chat.
    Holder,
    /// Nobody has it either: an employee of UIS.
    Anybody,
    /// There is nobody.
    Nobody,
}

/// A note of a chat's story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum ChatNote {
    /// «Текстовые коммуникации» are switched off.
    ChatTextOff,
    /// The settings have no «Чаты».
    ChatsOff,
    /// The filter excludes the chat.
    ChatExcluded {
        /// Why.
        explanation: Explanation,
    },
    /// Nothing is made before the chat ends, as the settings say.
    AwaitsFinish,
    /// Nothing is made before one of these tags is set.
    AwaitsTag {
        /// The tags.
        tags: Vec<String>,
    },
    /// One of the chosen tags is set.
    Tagged {
        /// Which.
        tag: String,
    },
    /// The visitor left neither a phone nor an e-mail, and such chats are not passed on.
    AwaitsContactData,
    /// He never left one.
    NoContactData,
    /// The report's row came.
    ChatReported,
    /// The report's row did not come in time; decided with what the callbacks told.
    ChatNotReported,
    /// An operator wants a task of it.
    TaskWanted {
        /// Who.
        by: Option<String>,
    },
    /// The chat is led in a task of Planfix too, which Planfix made.
    Mirrored {
        /// The task.
        task: TaskId,
        /// The contact.
        contact: Option<ContactId>,
    },
    /// The contact and the task would be Planfix's to make, by a trial of settings.
    MadeByPlanfix,
    /// Planfix took the first message and shows no task of it yet.
    MirrorTaskAwaited,
    /// Somebody answered in the task.
    AnsweredInTask {
        /// Who, as Planfix calls him.
        author: String,
        /// In whose name it goes to the visitor.
        employee: Option<String>,
        /// Why in his.
        answered: AnsweredAs,
    },
    /// About the contact or the task.
    #[serde(untagged)]
    Entity(EntityNote),
}

impl ChatNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }
}

impl From<EntityNote> for ChatNote {
    fn from(note: EntityNote) -> Self {
        Self::Entity(note)
    }
}
