//! The scenario serves the caller and no phone rings.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "ivr-only",
    group: Group::Missed,
    title: Text { ru: "Только голосовое меню", en: "Voice menu only" },
    sees: Text {
        ru: "Клиента обслужило голосовое меню: звонок не потерян, но никто не говорил. Пропущенный звонок записан один раз, на ответственного.",
        en: "The voice menu served the customer: not a lost call, yet nobody talked. One missed call is written, for the responsible.",
    },
    phone: "79031000013",
    calls: |phone| vec![(0, Script::incoming(phone).hears_ivr_secs(35).served_by_ivr())],
    tricks: None,
};
