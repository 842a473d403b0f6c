//! «Фильтровать заявки», «Фильтровать чаты».

use crate::conditions::Condition;
use crate::flow::Flow;
use crate::settings::conditions;
use crate::settings::reader::Object;
use crate::settings::writer::{Section, section};

/// Which leads or chats are handled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextFilter {
    /// Whether they are filtered; off means that every one passes.
    pub enabled: bool,
    /// The condition; `None`: all pass.
    pub conditions: Option<Condition>,
}

impl TextFilter {
    pub(super) fn read_at(object: &Object<'_>, flow: Flow) -> Self {
        let read = |inner: &Object<'_>| Self {
            enabled: inner.flag("enabled", true),
            conditions: inner.optional("conditions", conditions::filter(flow)),
        };
        object.section("filter", read)
    }

    /// The condition that must be met; `None`: all pass.
    pub fn active(&self) -> Option<&Condition> {
        self.conditions.as_ref().filter(|_| self.enabled)
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("enabled", self.enabled)
            .nullable("conditions", self.conditions.as_ref().map(conditions::write))
    }
}
