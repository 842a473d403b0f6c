//! Nobody picks up.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::script::Failure;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "outgoing-no-answer",
    group: Group::Outgoing,
    title: Text { ru: "Исходящий: не отвечает", en: "Outgoing: no answer" },
    sees: Text {
        ru: "Карточка у 102 закрывается с итогом NoAnswer (не отвечает); в контакте исходящий «Пропущенный звонок» и задача «Не дозвонились на …».",
        en: "The card of 102 closes with NoAnswer; the contact gets an outgoing “Пропущенный звонок” and a task about it.",
    },
    phone: "79031000016",
    calls: |phone| vec![(0, Script::outgoing(phone).by("102").fails(Failure::NoAnswer))],
    tricks: None,
};
