//! The talk is not recorded.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "record-never",
    group: Group::Recording,
    title: Text { ru: "Без записи", en: "No recording" },
    sees: Text {
        ru: "«Звонок» и задача без ссылки на запись; ничто её не ждёт.",
        en: "The entry and the task have no recording, and nothing waits for one.",
    },
    phone: "79031000021",
    calls: |phone| {
        vec![(0, Script::incoming(phone).rings("103").answered_by("103").talks_secs(27))]
    },
    tricks: None,
};
