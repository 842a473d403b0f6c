//! What the journal says of the contact and the task, whatever the communication.
//!
//! The words stand by language, one file each; a note without words in one of them does not compile.

mod english;
mod russian;

use serde::{Deserialize, Serialize};

use crate::decide::{Acquaintance, Assigned, Make};
use crate::failure::Failure;
use crate::ids::{ContactId, FieldId, TaskId};
use crate::text::Lang;

/// A note about an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum EntityNote {
    /// Without access to Planfix's REST API nothing can be made.
    NoRestAccess,
    /// Whether the client is met for the first time.
    Acquainted {
        /// By whose word.
        acquaintance: Acquaintance,
    },
    /// The settings make nothing of such communications.
    NothingToMake {
        /// Whether the client is new.
        acquaintance: Acquaintance,
    },
    /// The settings make nothing of communications of this kind at all.
    MakesNothing,
    /// The client's contact.
    Contact {
        /// Its number.
        contact: ContactId,
        /// Its name.
        name: String,
        /// How it was found.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<FoundBy>,
    },
    /// No contact has the number, also after waiting: the task is made without a counterparty.
    NoContact,
    /// The client gave neither a phone nor an e-mail: he can't be recognised, and no contact is made.
    NobodyToFind,
    /// Another communication of the client came at the same time and makes the contact.
    AwaitsContact,
    /// A contact is planned.
    ContactPlanned {
        /// Its name.
        name: String,
        /// Who is responsible for it and why.
        assigned: Assigned,
        /// Why the name's template could not be used as written, when so.
        name_trouble: Option<String>,
    },
    /// The contact is there.
    ContactMade {
        /// The contact.
        contact: ContactId,
    },
    /// Planfix refused the contact because of its e-mail; it was made without one.
    ContactWithoutEmail {
        /// The contact.
        contact: ContactId,
    },
    /// Planfix refused the contact because its e-mail is taken; the contact that has it is used.
    ContactTaken {
        /// The contact.
        contact: ContactId,
    },
    /// The contact could not be made; the task is made without a counterparty.
    ContactNotMade {
        /// Why.
        failure: Failure,
    },
    /// The client has an open task already, so none is made.
    OpenTask {
        /// The task.
        task: TaskId,
    },
    /// A task is planned.
    TaskPlanned {
        /// What the settings wanted.
        make: Make,
        /// Its name.
        name: String,
        /// Who gets it and why.
        assigned: Assigned,
        /// Why the name's template could not be used as written, when so.
        name_trouble: Option<String>,
    },
    /// The task is there.
    TaskMade {
        /// The task.
        task: TaskId,
    },
    /// A field could not be filled.
    FieldLeftOut {
        /// The field.
        field: FieldId,
        /// The variable.
        variable: String,
        /// Why, Russian.
        reason: String,
    },
}

/// How a contact was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// By the client's phone.
    Phone,
    /// By his e-mail.
    Email,
    /// It was made for another communication of his.
    Neighbour,
}

impl EntityNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }
}
