//! No notification ever comes.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::notify::{Kind, Tricks};

pub(super) const SCENARIO: Scenario = Scenario {
    id: "road-silent",
    group: Group::Road,
    title: Text { ru: "Ни одного уведомления", en: "No notification at all" },
    sees: Text {
        ru: "О звонке не сказано ни слова. Через 3–8 минут он найдётся в отчёте UIS: появится задача, карточек задним числом не будет.",
        en: "Nothing is told of the call. Within 3 to 8 minutes it is found in the report of UIS: a task appears, no card is back-dated.",
    },
    phone: "79031000033",
    calls: |phone| {
        vec![(0, Script::incoming(phone).rings("101").answered_by("101").talks_secs(30).recorded())]
    },
    tricks: Some(|| Tricks { lose: Kind::ALL.to_vec(), ..Tricks::default() }),
};
