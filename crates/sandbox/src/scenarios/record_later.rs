//! The recording is ready long after the call.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "record-later",
    group: Group::Recording,
    title: Text {
        ru: "Запись через две минуты", en: "The recording two minutes later"
    },
    sees: Text {
        ru: "Сначала «Звонок» и задача без записи; через две минуты ссылка дописывается и в историю, и в описание задачи.",
        en: "First the entry and the task without a recording; two minutes later the link is added to both.",
    },
    phone: "79031000020",
    calls: |phone| {
        let call = Script::incoming(phone).rings("103").answered_by("103").talks_secs(31);
        vec![(0, call.recorded_after_secs(120))]
    },
    tricks: None,
};
