//! Calls started by a click in Planfix.

use crate::phone::Phone;
use crate::settings::reader::{Object, phone};
use crate::settings::writer::{Section, section};

/// From which number calls go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClickToCall {
    /// «Исходящий номер»: a virtual number of the UIS account.
    pub outgoing_number: Phone,
    /// «Всегда отображать номер»: this number for everyone; else the employee's own outgoing number
    /// where UIS has one.
    pub always_show_number: bool,
}

impl ClickToCall {
    pub(super) fn read(object: &Object<'_>) -> Option<Self> {
        let outgoing_number = object.required("outgoing_number", phone);
        let always_show_number = object.flag("always_show_number", false);
        Some(Self { outgoing_number: outgoing_number?, always_show_number })
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("outgoing_number", self.outgoing_number.digits())
            .put("always_show_number", self.always_show_number)
    }
}
