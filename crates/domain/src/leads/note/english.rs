//! Notes in English.

use super::LeadNote;
use crate::flow::Flow;
use crate::text::{Lang, capital};

impl LeadNote {
    pub(super) fn english(&self) -> String {
        match self {
            Self::TextOff => "Text communications are switched off".to_owned(),
            Self::LeadsOff => "Leads are not switched on".to_owned(),
            Self::LeadExcluded { explanation } => {
                capital(&explanation.filter_text(Flow::Lead, Lang::En))
            }
            Self::AwaitsReport => {
                "The site did not send all that the settings ask for: the UIS report is awaited"
                    .to_owned()
            }
            Self::LeadNotReported => {
                "The UIS report did not show the lead within 10 minutes: decided by what the site sent"
                    .to_owned()
            }
            Self::LeadReported => "The lead's row in the UIS report is there".to_owned(),
            Self::Entity(note) => note.text(Lang::En),
        }
    }
}
