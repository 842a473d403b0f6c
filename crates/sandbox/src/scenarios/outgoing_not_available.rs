//! The phone is off.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::script::Failure;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "outgoing-not-available",
    group: Group::Outgoing,
    title: Text { ru: "Исходящий: недоступен", en: "Outgoing: not available" },
    sees: Text {
        ru: "Карточка у 102 закрывается с итогом NotAvailable (абонент недоступен); в контакте исходящий «Пропущенный звонок» и задача «Не дозвонились на …».",
        en: "The card of 102 closes with NotAvailable; the contact gets an outgoing “Пропущенный звонок” and a task about it.",
    },
    phone: "79031000017",
    calls: |phone| vec![(0, Script::outgoing(phone).by("102").fails(Failure::NotAvailable))],
    tricks: None,
};
