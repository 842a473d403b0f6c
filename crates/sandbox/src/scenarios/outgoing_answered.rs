//! The customer answers.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "outgoing-answered",
    group: Group::Outgoing,
    title: Text { ru: "Исходящий: дозвонились", en: "Outgoing: answered" },
    sees: Text {
        ru: "У 101 карточка исходящего звонка, после разговора «Звонок» в контакте и задача «Звонок на …».",
        en: "A card of the outgoing call for 101; after the talk a “Звонок” entry and a task.",
    },
    phone: "79031000014",
    calls: |phone| {
        vec![(0, Script::outgoing(phone).by("101").answered().talks_secs(57).recorded())]
    },
    tricks: None,
};
