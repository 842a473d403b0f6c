//! The recording is ready before the call is over.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "record-at-once",
    group: Group::Recording,
    title: Text { ru: "Запись сразу", en: "The recording at once" },
    sees: Text {
        ru: "Ссылка на запись приходит раньше конца звонка: «Звонок» сразу с записью.",
        en: "The link comes before the end of the call: the “Звонок” entry has it from the start.",
    },
    phone: "79031000019",
    calls: |phone| {
        let call = Script::incoming(phone).rings("103").answered_by("103").talks_secs(29);
        vec![(0, call.recorded_at_once())]
    },
    tricks: None,
};
