//! The talker passes the customer on without asking.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "blind-transfer",
    group: Group::Transfers,
    title: Text {
        ru: "Перевод без предупреждения", en: "A blind transfer"
    },
    sees: Text {
        ru: "Карточка у 101, затем у 102: 101 передаёт клиента, разговор продолжает 102. В истории оба разговора, задача на первого говорившего.",
        en: "A card for 101, then for 102, who carries on with the customer. Both talks are in the history; the task goes to the first talker.",
    },
    phone: "79031000009",
    calls: |phone| {
        let call = Script::incoming(phone).rings("101").answered_by("101").talks_secs(18);
        vec![(0, call.transferred_to("102").answered_by("102").talks_secs(44).recorded())]
    },
    tricks: None,
};
