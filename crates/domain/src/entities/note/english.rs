//! Notes in English.

use super::{EntityNote, FoundBy};

impl EntityNote {
    pub(super) fn english(&self) -> String {
        match self {
            Self::NoRestAccess => "No access to Planfix's REST API: nothing can be made".to_owned(),
            Self::Acquainted { acquaintance } => acquaintance.english(),
            Self::NothingToMake { acquaintance } => format!(
                "The settings make nothing of a {} communication",
                if acquaintance.is_first() { "first" } else { "repeated" }
            ),
            Self::MakesNothing => "The settings make nothing of such communications".to_owned(),
            Self::Contact { contact, name, by } => {
                let how = match by {
                    None => "",
                    Some(FoundBy::Phone) => ", found by the phone",
                    Some(FoundBy::Email) => ", found by the e-mail",
                    Some(FoundBy::Neighbour) => ", made for another communication of the client",
                };
                format!("Contact {contact}: {name}{how}")
            }
            Self::NoContact => {
                "No contact in Planfix has the number: the task has no counterparty".to_owned()
            }
            Self::NobodyToFind => {
                "The client left neither a phone nor an e-mail: no contact is looked for or made"
                    .to_owned()
            }
            Self::AwaitsContact => {
                "The client's contact is being made for another communication of his: it is awaited"
                    .to_owned()
            }
            Self::ContactPlanned { name, assigned, name_trouble } => {
                let trouble = trouble(name_trouble.as_deref());
                format!("Contact “{name}”, owner {}{trouble}", assigned.english())
            }
            Self::ContactMade { contact } => format!("Contact {contact} was made"),
            Self::ContactWithoutEmail { contact } => format!(
                "Contact {contact} was made without its e-mail: Planfix refused it, and no other contact has it"
            ),
            Self::ContactTaken { contact } => format!(
                "Planfix refused a second contact with the same e-mail: the one there is, {contact}, is used"
            ),
            Self::ContactNotMade { failure } => {
                format!("The contact could not be made, the task has no counterparty: {failure}")
            }
            Self::OpenTask { task } => {
                format!("The client has the open task {task}: no new one is made")
            }
            Self::TaskPlanned { name, assigned, name_trouble, .. } => {
                let trouble = trouble(name_trouble.as_deref());
                format!("Task “{name}”, assignee {}{trouble}", assigned.english())
            }
            Self::TaskMade { task } => format!("Task {task} was made"),
            Self::FieldLeftOut { field, variable, reason } => {
                format!("Field {field} was not filled from {variable}: {reason}")
            }
        }
    }
}

fn trouble(why: Option<&str>) -> String {
    why.map(|why| format!("; the name's template failed: {why}")).unwrap_or_default()
}
