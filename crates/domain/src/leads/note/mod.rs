//! What the journal says of a lead, besides what came in and what was sent.
//!
//! The words stand by language, one file each; a note without words in one of them does not compile.

mod english;
mod russian;

use serde::{Deserialize, Serialize};

use crate::conditions::Explanation;
use crate::entities::EntityNote;
use crate::text::Lang;

/// A note of a lead's story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum LeadNote {
    /// «Текстовые коммуникации» are switched off.
    TextOff,
    /// The settings have no «Заявки».
    LeadsOff,
    /// The filter excludes the lead.
    LeadExcluded {
        /// Why.
        explanation: Explanation,
    },
    /// The site did not tell all that the settings ask for; the report's row is awaited.
    AwaitsReport,
    /// The report's row did not come in time; decided with what the site told.
    LeadNotReported,
    /// The report's row came after the site's own word.
    LeadReported,
    /// About the contact or the task.
    #[serde(untagged)]
    Entity(EntityNote),
}

impl LeadNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }
}

impl From<EntityNote> for LeadNote {
    fn from(note: EntityNote) -> Self {
        Self::Entity(note)
    }
}
