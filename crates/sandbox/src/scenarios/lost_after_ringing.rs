//! Phones ring in vain.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "lost-after-ringing",
    group: Group::Missed,
    title: Text {
        ru: "Пропущенный: никто не взял трубку", en: "Missed: nobody picked up"
    },
    sees: Text {
        ru: "Карточки у 101 и 102 становятся пропущенными; в контакте один «Пропущенный звонок» и задача «Пропущенный звонок от …».",
        en: "The cards of 101 and 102 turn into missed ones; the contact gets one “Пропущенный звонок” and a task about it.",
    },
    phone: "79031000011",
    calls: |phone| vec![(0, Script::incoming(phone).rings_all(["101", "102"]).for_secs(20))],
    tricks: None,
};
