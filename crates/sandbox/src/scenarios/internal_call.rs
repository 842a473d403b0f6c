//! An employee calls a colleague.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "internal-call",
    group: Group::Special,
    title: Text { ru: "Внутренний звонок", en: "An internal call" },
    sees: Text {
        ru: "101 звонит 102: в Планфиксе не появляется ничего, журнал объясняет почему.",
        en: "101 calls 102: nothing appears in Planfix, and the journal says why.",
    },
    phone: "102",
    calls: |_| vec![(0, Script::internal("101", "102").answered().talks_secs(24))],
    tricks: None,
};
