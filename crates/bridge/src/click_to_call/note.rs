//! What the journal says of a click.

use domain::Failure;
use domain::ids::CallSessionId;
use domain::text::Lang;
use serde::{Deserialize, Serialize};

/// A note of a click's story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum ClickNote {
    /// Somebody clicked a number.
    Clicked {
        /// His short number.
        from: String,
        /// The number as Planfix wrote it.
        to: String,
    },
    /// UIS started the call.
    Started {
        /// The call.
        session: CallSessionId,
    },
    /// UIS did not; Planfix showed the reason to the person.
    NotStarted {
        /// Why.
        failure: Failure,
    },
    /// The program was stopped, or Planfix hung up, before UIS answered.
    Unknown,
}

impl ClickNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Clicked { from, to }, Lang::Ru) => {
                format!("Нажат номер {to} в Планфиксе, звонит сотрудник {from}")
            }
            (Self::Clicked { from, to }, Lang::En) => {
                format!("The number {to} was clicked in Planfix, employee {from} calls")
            }
            (Self::Started { session }, Lang::Ru) => format!("UIS начала звонок {session}"),
            (Self::Started { session }, Lang::En) => format!("UIS started call {session}"),
            (Self::Unknown, Lang::Ru) => {
                "Ответа UIS не дождались: начат ли звонок, неизвестно".to_owned()
            }
            (Self::Unknown, Lang::En) => {
                "UIS was not heard: it is not known whether the call was started".to_owned()
            }
            (Self::NotStarted { failure }, Lang::Ru) => format!("Звонок не начат: {failure}"),
            (Self::NotStarted { failure }, Lang::En) => {
                format!("The call was not started: {failure}")
            }
        }
    }
}
