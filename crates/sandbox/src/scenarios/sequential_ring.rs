//! Phones ring one after the other till somebody picks up.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "sequential-ring",
    group: Group::Incoming,
    title: Text { ru: "Звонят по очереди", en: "One after another rings" },
    sees: Text {
        ru: "Карточка у 101 закрывается, за ней у 102 тоже; отвечает 103: одна запись «Звонок» и задача на 103.",
        en: "The card of 101 closes, then that of 102; 103 answers: one “Звонок” entry and a task for 103.",
    },
    phone: "79031000003",
    calls: |phone| {
        let call = Script::incoming(phone).rings("101").rings("102").rings("103");
        vec![(0, call.answered_by("103").talks_secs(38).recorded())]
    },
    tricks: None,
};
