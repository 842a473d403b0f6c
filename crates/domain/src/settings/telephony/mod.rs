//! «Телефония».

mod call_fields;
mod click_to_call;
mod entities;
mod filter;
mod responsibles;
mod templates;

pub use call_fields::CallFieldRule;
pub use click_to_call::ClickToCall;
pub use entities::{CallHandling, IncomingCalls, OutgoingCalls};
pub use filter::CallFilter;
pub use responsibles::CallResponsibles;
pub use templates::CallTemplates;

use super::fields::Fields;
use super::reader::Object;
use super::writer::{Section, section};
use crate::flow::Flow;

/// What is done with calls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telephony {
    /// Whether calls are handled at all; on when the section is there.
    pub enabled: bool,
    /// Which calls.
    pub filter: CallFilter,
    /// Calls started in Planfix; `None`: they are refused.
    pub click_to_call: Option<ClickToCall>,
    /// «Входящие звонки».
    pub incoming: IncomingCalls,
    /// «Исходящие звонки».
    pub outgoing: OutgoingCalls,
    /// «Шаблоны».
    pub templates: CallTemplates,
    /// «Ответственные».
    pub responsibles: CallResponsibles,
    /// «Дополнительные поля».
    pub fields: Fields,
    /// Own fields of the analytics «Звонок».
    pub call_fields: Vec<CallFieldRule>,
}

impl Telephony {
    pub(super) fn read(object: &Object<'_>) -> Option<Self> {
        let enabled = object.flag("enabled", true);
        let filter = object.section("filter", CallFilter::read);
        let click_to_call = object.optional("click_to_call", |at| at.object(ClickToCall::read));
        let incoming = IncomingCalls::read_at(object, enabled);
        let outgoing = OutgoingCalls::read_at(object, enabled);
        let outgoing_tasks = outgoing.as_ref().is_some_and(OutgoingCalls::makes_task);
        let templates = object.section("templates", CallTemplates::read);
        let responsibles = CallResponsibles::read_at(object, enabled, outgoing_tasks);
        let (fields, call_fields) = object.section("fields", |at| {
            (Fields::read(at, &[Flow::Call]), CallFieldRule::read_list(at))
        });
        Some(Self {
            enabled,
            filter,
            click_to_call,
            incoming: incoming?,
            outgoing: outgoing?,
            templates,
            responsibles,
            fields,
            call_fields,
        })
    }

    pub(super) fn write(&self) -> Section {
        let fields = self.fields.write();
        let fields = fields.list("call", &self.call_fields, |rule| rule.write().into());
        section()
            .put("enabled", self.enabled)
            .put("filter", self.filter.write())
            .nullable("click_to_call", self.click_to_call.as_ref().map(ClickToCall::write))
            .put("incoming", self.incoming.write())
            .put("outgoing", self.outgoing.write())
            .put("templates", self.templates.write())
            .put("responsibles", self.responsibles.write())
            .put("fields", fields)
    }
}
