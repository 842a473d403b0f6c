//! The same number calls a second time during the first call.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "two-at-once",
    group: Group::Incoming,
    title: Text {
        ru: "Два звонка с одного номера", en: "Two calls from one number at once"
    },
    sees: Text {
        ru: "Пока 101 говорит, с того же номера приходит второй звонок: две разные карточки, один контакт, две записи «Звонок».",
        en: "While 101 talks a second call comes from the same number: two cards, one contact, two “Звонок” entries.",
    },
    phone: "79031000006",
    calls: |phone| {
        let call = |who: &str, secs| {
            Script::incoming(phone).rings(who).answered_by(who).talks_secs(secs).recorded()
        };
        vec![(0, call("101", 40)), (12, call("102", 25))]
    },
    tricks: None,
};
