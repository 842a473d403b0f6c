//! One phone rings and is picked up.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "single-ring",
    group: Group::Incoming,
    title: Text { ru: "Обычный входящий", en: "A plain incoming call" },
    sees: Text {
        ru: "У 101 всплывает карточка, после разговора в контакте появляется «Звонок» с записью и создаётся задача на 101.",
        en: "A card pops up for 101; after the talk the contact gets a “Звонок” entry with the recording, and a task for 101 is made.",
    },
    phone: "79031000001",
    calls: |phone| {
        vec![(0, Script::incoming(phone).rings("101").answered_by("101").talks_secs(42).recorded())]
    },
    tricks: None,
};
