//! The caller hangs up before any phone rings.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "lost-before-ringing",
    group: Group::Missed,
    title: Text {
        ru: "Пропущенный: положил трубку в очереди", en: "Missed: hung up in the queue"
    },
    sees: Text {
        ru: "Ни у кого не звонило: пропущенный звонок получает ответственный по контакту, а если его нет, ответственный по умолчанию.",
        en: "No phone rang: the missed call goes to the owner of the contact or, if there is none, to the default responsible.",
    },
    phone: "79031000012",
    calls: |phone| vec![(0, Script::incoming(phone).hears_ivr_secs(11))],
    tricks: None,
};
