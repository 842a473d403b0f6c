//! The one who answers has no short number and no account in Planfix.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "unknown-employee",
    group: Group::Special,
    title: Text {
        ru: "Сотрудник, которого нет в Планфиксе", en: "An employee unknown to Planfix"
    },
    sees: Text {
        ru: "Отвечает сотрудник без короткого номера: карточка ни у кого не появляется, журнал объясняет почему, задача достаётся ответственному по умолчанию.",
        en: "An employee without a short number answers: nobody gets a card, the journal says why, and the task goes to the default responsible.",
    },
    phone: "79031000007",
    calls: |phone| {
        vec![(
            0,
            Script::incoming(phone).rings("4504").answered_by("4504").talks_secs(33).recorded(),
        )]
    },
    tricks: None,
};
