//! Notes in English.

use super::{AnsweredAs, ChatNote};
use crate::flow::Flow;
use crate::text::{Lang, capital};

impl ChatNote {
    pub(super) fn english(&self) -> String {
        match self {
            Self::ChatTextOff => "Text communications are switched off".to_owned(),
            Self::ChatsOff => "Chats are not switched on".to_owned(),
            Self::ChatExcluded { explanation } => {
                capital(&explanation.filter_text(Flow::Chat, Lang::En))
            }
            Self::AwaitsFinish => {
                "The contact and the task are made when the chat ends, as the settings say"
                    .to_owned()
            }
            Self::AwaitsTag { tags } => {
                format!("The contact and the task are made when a tag is set: {}", tags.join(", "))
            }
            Self::Tagged { tag } => format!("The tag “{tag}” is set"),
            Self::AwaitsContactData => {
                "The visitor left neither a phone nor an e-mail: one is awaited, since chats without are not passed on"
                    .to_owned()
            }
            Self::NoContactData => {
                "The visitor never left a phone or an e-mail, and chats without are not passed on"
                    .to_owned()
            }
            Self::ChatReported => "The chat's row in the UIS report is there".to_owned(),
            Self::ChatNotReported => {
                "The UIS report did not show the chat within 10 minutes: decided by what is known"
                    .to_owned()
            }
            Self::TaskWanted { by } => match by {
                Some(name) => format!("The operator {name} wants a task"),
                None => "An operator wants a task".to_owned(),
            },
            Self::Mirrored { task, contact } => {
                let contact =
                    contact.map(|contact| format!(", contact {contact}")).unwrap_or_default();
                format!("The chat is led in Planfix's task {task}{contact} too: Planfix made them")
            }
            Self::MadeByPlanfix => {
                "Planfix itself makes the contact and the task, by the templates of its chat integration; we only fill fields"
                    .to_owned()
            }
            Self::MirrorTaskAwaited => {
                "Planfix took the first message and does not show the chat's task yet".to_owned()
            }
            Self::AnsweredInTask { author, employee, answered } => {
                let who = employee.as_deref().unwrap_or("an employee of UIS");
                let how = match answered {
                    AnsweredAs::Author => format!("{who} answers the visitor"),
                    AnsweredAs::Holder => {
                        format!("UIS has no such employee, {who}, who has the chat, answers")
                    }
                    AnsweredAs::Anybody => {
                        format!("UIS has no such employee and nobody has the chat, {who} answers")
                    }
                    AnsweredAs::Nobody => "UIS has nobody in whose name to answer".to_owned(),
                };
                format!("{author} of Planfix wrote in the task: {how}")
            }
            Self::Entity(note) => note.text(Lang::En),
        }
    }
}
