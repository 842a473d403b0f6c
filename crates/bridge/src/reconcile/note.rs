//! What the journal says of a recovered call.

use domain::text::Lang;
use serde::{Deserialize, Serialize};

/// A note of a recovered call's story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum ReconcileNote {
    /// No notification of the call ever came.
    Recovered,
}

impl ReconcileNote {
    /// The note as a sentence.
    pub fn text(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Recovered, Lang::Ru) => {
                "Восстановлен по отчёту UIS: уведомления о звонке не пришли. Карточки задним числом не показываются".to_owned()
            }
            (Self::Recovered, Lang::En) => {
                "Recovered from the UIS report: no notification of the call came. Cards are not back-dated".to_owned()
            }
        }
    }
}
