//! The line is busy.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::script::Failure;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "outgoing-busy",
    group: Group::Outgoing,
    title: Text { ru: "Исходящий: занято", en: "Outgoing: busy" },
    sees: Text {
        ru: "Карточка у 102 закрывается с итогом Busy (занято); в контакте исходящий «Пропущенный звонок» и задача «Не дозвонились на …».",
        en: "The card of 102 closes with Busy; the contact gets an outgoing “Пропущенный звонок” and a task about it.",
    },
    phone: "79031000015",
    calls: |phone| vec![(0, Script::outgoing(phone).by("102").fails(Failure::Busy))],
    tricks: None,
};
