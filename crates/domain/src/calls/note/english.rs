//! Notes in English.

use super::CallNote;
use crate::flow::Flow;
use crate::text::{Lang, capital};

impl CallNote {
    pub(super) fn english(&self) -> String {
        match self {
            Self::TelephonyOff => "Telephony is switched off".to_owned(),
            Self::Internal => "An internal call: not passed to Planfix".to_owned(),
            Self::HiddenNumber => "The client's number is hidden: no card can be shown".to_owned(),
            Self::NotAcquainted { failure } => {
                format!(
                    "Planfix did not say in time whether it knows the number: {}",
                    failure.message
                )
            }
            Self::Excluded { explanation } => {
                capital(&explanation.filter_text(Flow::Call, Lang::En))
            }
            Self::LetThrough { explanation } => format!(
                "Let through, though facts for the filter were missing: {}",
                explanation.reason(Flow::Call, Lang::En)
            ),
            Self::NoShortNumber { employee, name } => format!(
                "Employee {} has no short number: no card was shown to him",
                name.clone().unwrap_or_else(|| employee.to_string())
            ),
            Self::MissedCardTo { short_number, owner } => format!(
                "The call rang nobody; the missed card went to {}, short number {short_number}",
                if *owner { "the contact's owner" } else { "the default responsible" }
            ),
            Self::MissedCardToNobody => {
                "The call rang nobody, and the responsible has no short number: no card was shown"
                    .to_owned()
            }
            Self::Reported => "The call's row in the UIS report is there".to_owned(),
            Self::NotReported => {
                "The UIS report did not show the call within 10 minutes: decided by the \
                 notifications"
                    .to_owned()
            }
            Self::AwaitsPlanfixContact { seconds } => format!(
                "Planfix has no contact of the client yet, though it makes one by itself at the \
                 call's card: it is awaited for {seconds} s at most, then the task is made without \
                 a counterparty"
            ),
            Self::NeverEnded => "UIS never told of the call's end".to_owned(),
            Self::Late { event } => {
                format!("Notification {event} came after the cards were closed")
            }
            Self::Entity(note) => note.text(Lang::En),
        }
    }
}
