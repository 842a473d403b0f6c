//! Notes in English.

use super::ChatNote;
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
            Self::Entity(note) => note.text(Lang::En),
        }
    }
}
