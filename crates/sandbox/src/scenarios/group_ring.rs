//! All phones of a group ring, one is picked up.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "group-ring",
    group: Group::Incoming,
    title: Text { ru: "Звонят все сразу", en: "A whole group rings" },
    sees: Text {
        ru: "Карточка у 101, 102 и 103; трубку берёт 102, у остальных карточки сразу закрываются. Запись «Звонок» одна, задача на 102.",
        en: "A card for 101, 102 and 103; 102 picks up and the other cards close at once. One “Звонок” entry, a task for 102.",
    },
    phone: "79031000002",
    calls: |phone| {
        let call = Script::incoming(phone).rings_all(["101", "102", "103"]).for_secs(7);
        vec![(0, call.answered_by("102").talks_secs(65).recorded())]
    },
    tricks: None,
};
