//! Notifications come late, twice and in any order.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::notify::{Order, Tricks};

pub(super) const SCENARIO: Scenario = Scenario {
    id: "road-shuffled",
    group: Group::Road,
    title: Text {
        ru: "Уведомления дважды и вразнобой", en: "Notifications twice and shuffled"
    },
    sees: Text {
        ru: "Все уведомления приходят по два раза и в случайном порядке после конца звонка. В Планфиксе один контакт, один «Звонок», одна задача.",
        en: "Every notification comes twice and in random order after the call. Planfix gets one contact, one “Звонок”, one task.",
    },
    phone: "79031000022",
    calls: |phone| {
        vec![(0, Script::incoming(phone).rings("101").answered_by("101").talks_secs(40).recorded())]
    },
    tricks: Some(|| Tricks { duplicate: true, order: Order::Shuffled(7), ..Tricks::default() }),
};
