//! «Дополнительные поля» of the analytics «Звонок»: own text fields that Planfix's telephony fills.

use super::super::reader::{Object, text, variable};
use super::super::writer::{Section, section};
use crate::flow::Flow;

/// One field of the analytics and where its value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallFieldRule {
    /// The field's name in the analytics «Звонок», letter by letter (`data_<name>` on the wire).
    pub name: String,
    /// The variable's name, one of the catalogue. Only what notifications tell can be sent: the report
    /// comes after the call's end.
    pub uis_field: &'static str,
}

impl CallFieldRule {
    /// Reads the list `call` of the block of fields.
    pub(super) fn read_list(object: &Object<'_>) -> Vec<Self> {
        let rules = object.list("call", |rule| rule.object(Self::read));
        object.each_once("call", "name");
        rules
    }

    fn read(object: &Object<'_>) -> Option<Self> {
        let name = object.required("name", text);
        let uis_field = object.required("uis_field", variable(&[Flow::Call]));
        Some(Self { name: name?, uis_field: uis_field? })
    }

    pub(super) fn write(&self) -> Section {
        section().put("name", self.name.as_str()).put("uis_field", self.uis_field)
    }
}
