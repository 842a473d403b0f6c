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
            Self::Acquainted { acquaintance } => acquaintance.english(),
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
            Self::NeverEnded => "UIS never told of the call's end".to_owned(),
            Self::NothingToMake { acquaintance } => format!(
                "The settings make nothing of a {} communication",
                if acquaintance.is_first() { "first" } else { "repeated" }
            ),
            Self::NoRestAccess => "No access to Planfix's REST API: nothing can be made".to_owned(),
            Self::NoContact => {
                "No contact in Planfix has the number: the task has no counterparty".to_owned()
            }
            Self::Contact { contact, name } => format!("Contact {contact}: {name}"),
            Self::OpenTask { task } => {
                format!("The client has the open task {task}: no new one is made")
            }
            Self::TaskPlanned { name, assigned, name_trouble, .. } => {
                let trouble = name_trouble
                    .as_ref()
                    .map(|why| format!("; the name's template failed: {why}"))
                    .unwrap_or_default();
                format!("Task “{name}”, assignee {}{trouble}", assigned.english())
            }
            Self::TaskMade { task } => format!("Task {task} was made"),
            Self::FieldLeftOut { field, variable, reason } => {
                format!("Field {field} was not filled from {variable}: {reason}")
            }
            Self::Late { event } => {
                format!("Notification {event} came after the cards were closed")
            }
        }
    }
}
