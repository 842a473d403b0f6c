//! The employee may not call there.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::script::Failure;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "outgoing-not-allowed",
    group: Group::Outgoing,
    title: Text {
        ru: "Исходящий: звонить нельзя", en: "Outgoing: not allowed"
    },
    sees: Text {
        ru: "Карточка у 102 закрывается с итогом NotAllowed (направление запрещено); в контакте исходящий «Пропущенный звонок» и задача «Не дозвонились на …».",
        en: "The card of 102 closes with NotAllowed; the contact gets an outgoing “Пропущенный звонок” and a task about it.",
    },
    phone: "79031000018",
    calls: |phone| vec![(0, Script::outgoing(phone).by("102").fails(Failure::NotAllowed))],
    tricks: None,
};
