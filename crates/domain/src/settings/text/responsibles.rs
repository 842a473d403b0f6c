//! Who is responsible for what leads and chats make.

use crate::flow::Flow;
use crate::settings::problem::Because;
use crate::settings::reader::Object;
use crate::settings::responsibles::Responsibles;
use crate::settings::writer::{Section, section};

/// «Ответственные» by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextResponsibles {
    /// For leads.
    pub leads: Responsibles,
    /// For chats.
    pub chats: Responsibles,
}

impl TextResponsibles {
    /// Reads the block; a default can't be left out where leads or chats make something.
    pub(super) fn read_at(object: &Object<'_>, leads_make: bool, chats_make: bool) -> Self {
        let leads = leads_make.then_some(Because::SomethingCreated);
        let chats = chats_make.then_some(Because::SomethingCreated);
        let read = |inner: &Object<'_>| Self {
            leads: Responsibles::read_at(inner, "leads", Flow::Lead, leads),
            chats: Responsibles::read_at(inner, "chats", Flow::Chat, chats),
        };
        for (key, because) in [("leads.default", leads), ("chats.default", chats)] {
            if let Some(because) = because {
                object.require_inside("responsibles", key, because);
            }
        }
        object.section("responsibles", read)
    }

    pub(super) fn write(&self) -> Section {
        section().put("leads", self.leads.write()).put("chats", self.chats.write())
    }
}
