//! Some notifications never come.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::notify::{Kind, Tricks};

pub(super) const SCENARIO: Scenario = Scenario {
    id: "road-lost",
    group: Group::Road,
    title: Text { ru: "Потерянные уведомления", en: "Lost notifications" },
    sees: Text {
        ru: "Начало разговора и завершение звонка не дошли: звонок всё равно закрывается по отчёту UIS.",
        en: "The start of the talk and the end of the call never come: the call is still closed by the report of UIS.",
    },
    phone: "79031000024",
    calls: |phone| {
        vec![(0, Script::incoming(phone).rings("102").answered_by("102").talks_secs(26).recorded())]
    },
    tricks: Some(|| Tricks {
        lose: vec![Kind::TalkStarted, Kind::CallFinished],
        ..Tricks::default()
    }),
};
