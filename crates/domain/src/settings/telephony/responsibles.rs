//! Who is responsible for what calls make.

use crate::calls::Direction;
use crate::flow::Flow;
use crate::settings::problem::Because;
use crate::settings::reader::Object;
use crate::settings::responsibles::Responsibles;
use crate::settings::writer::{Section, section};

/// «Ответственные» by direction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallResponsibles {
    /// For incoming calls. Its default also gets the card of a call that rang nobody.
    pub incoming: Responsibles,
    /// For outgoing calls.
    pub outgoing: Responsibles,
}

impl CallResponsibles {
    /// Reads the block; an enabled section can't do without a default for incoming calls (missed calls
    /// must be shown to somebody), and for outgoing ones where they make tasks.
    pub(super) fn read_at(object: &Object<'_>, enabled: bool, outgoing_tasks: bool) -> Self {
        let incoming = enabled.then_some(Because::SectionEnabled("telephony"));
        let outgoing = (enabled && outgoing_tasks).then_some(Because::TaskCreated);
        let read = |inner: &Object<'_>| Self {
            incoming: Responsibles::read_at(inner, "incoming", Flow::Call, incoming),
            outgoing: Responsibles::read_at(inner, "outgoing", Flow::Call, outgoing),
        };
        if let Some(because) = incoming {
            object.require_inside("responsibles", "incoming.default", because);
        }
        if let Some(because) = outgoing {
            object.require_inside("responsibles", "outgoing.default", because);
        }
        object.section("responsibles", read)
    }

    /// Those for calls of the direction.
    pub fn of(&self, direction: Direction) -> &Responsibles {
        match direction {
            Direction::In => &self.incoming,
            Direction::Out => &self.outgoing,
        }
    }

    pub(super) fn write(&self) -> Section {
        section().put("incoming", self.incoming.write()).put("outgoing", self.outgoing.write())
    }
}
