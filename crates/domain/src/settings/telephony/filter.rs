//! «Фильтр входящих» and «Фильтр исходящих».

use crate::calls::Direction;
use crate::conditions::Condition;
use crate::flow::Flow;
use crate::settings::conditions;
use crate::settings::reader::Object;
use crate::settings::writer::{Section, section};

/// Which calls are handled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallFilter {
    /// Whether calls are filtered; off means that every call passes.
    pub enabled: bool,
    /// Condition on incoming calls; `None`: all pass.
    pub incoming: Option<Condition>,
    /// Condition on outgoing calls; `None`: all pass.
    pub outgoing: Option<Condition>,
}

impl CallFilter {
    pub(super) fn read(object: &Object<'_>) -> Self {
        Self {
            enabled: object.flag("enabled", true),
            incoming: object.optional("incoming", conditions::filter(Flow::Call)),
            outgoing: object.optional("outgoing", conditions::filter(Flow::Call)),
        }
    }

    /// The condition that calls of the direction must meet; `None`: they all pass.
    pub fn of(&self, direction: Direction) -> Option<&Condition> {
        let condition = match direction {
            Direction::In => &self.incoming,
            Direction::Out => &self.outgoing,
        };
        condition.as_ref().filter(|_| self.enabled)
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("enabled", self.enabled)
            .nullable("incoming", self.incoming.as_ref().map(conditions::write))
            .nullable("outgoing", self.outgoing.as_ref().map(conditions::write))
    }
}
