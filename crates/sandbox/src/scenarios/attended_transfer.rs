//! The talker asks a colleague first and then leaves him the customer.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "attended-transfer",
    group: Group::Transfers,
    title: Text { ru: "Перевод с консультацией", en: "An attended transfer" },
    sees: Text {
        ru: "101 сначала советуется с 103, и только потом передаёт клиента: карточка у 103 появляется, пока 101 ещё на линии.",
        en: "101 first asks 103 and only then hands the customer over: the card of 103 appears while 101 is still on the line.",
    },
    phone: "79031000010",
    calls: |phone| {
        let call = Script::incoming(phone).rings("101").answered_by("101").talks_secs(15);
        vec![(0, call.handed_over_to("103", 9).talks_secs(36).recorded())]
    },
    tricks: None,
};
