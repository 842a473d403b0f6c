//! Names of the tasks that calls make.

use crate::calls::Direction;
use crate::flow::Flow;
use crate::settings::reader::{Object, template};
use crate::settings::writer::{Section, section};
use crate::templates::Template;

/// «Шаблоны» of telephony; one that is left out is the ready-made name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallTemplates {
    /// «Задача по входящему звонку».
    pub incoming: Template,
    /// «Задача по пропущенному входящему звонку».
    pub missed_incoming: Template,
    /// «Задача по исходящему звонку».
    pub outgoing: Template,
    /// «Задача по пропущенному исходящему звонку».
    pub missed_outgoing: Template,
}

impl Default for CallTemplates {
    fn default() -> Self {
        let ready = |source| Template::ready_made(source, Flow::Call);
        Self {
            incoming: ready("Входящий звонок от {{contact_phone_number}}"),
            missed_incoming: ready("Пропущенный звонок от {{contact_phone_number}}"),
            outgoing: ready("Звонок на {{contact_phone_number}}"),
            missed_outgoing: ready("Не дозвонились на {{contact_phone_number}}"),
        }
    }
}

impl CallTemplates {
    pub(super) fn read(object: &Object<'_>) -> Self {
        let ready = Self::default();
        let read = |key, absent| object.optional(key, template(Flow::Call)).unwrap_or(absent);
        Self {
            incoming: read("incoming", ready.incoming),
            missed_incoming: read("missed_incoming", ready.missed_incoming),
            outgoing: read("outgoing", ready.outgoing),
            missed_outgoing: read("missed_outgoing", ready.missed_outgoing),
        }
    }

    /// The template for calls of the direction that were talked or missed.
    pub fn of(&self, direction: Direction, talked: bool) -> &Template {
        match (direction, talked) {
            (Direction::In, true) => &self.incoming,
            (Direction::In, false) => &self.missed_incoming,
            (Direction::Out, true) => &self.outgoing,
            (Direction::Out, false) => &self.missed_outgoing,
        }
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("incoming", self.incoming.source())
            .put("missed_incoming", self.missed_incoming.source())
            .put("outgoing", self.outgoing.source())
            .put("missed_outgoing", self.missed_outgoing.source())
    }
}
