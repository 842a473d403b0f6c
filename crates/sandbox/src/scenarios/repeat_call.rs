//! A contact who is known by now calls again.

use super::{Group, Scenario, Text};
use crate::uis::Script;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "repeat-call",
    group: Group::Incoming,
    title: Text { ru: "Повторный звонок", en: "A repeat call" },
    sees: Text {
        ru: "Клиент звонит дважды: первый звонок создаёт контакт и задачу, второй узнаётся как повторный и новой задачи не заводит.",
        en: "The customer calls twice: the first call makes a contact and a task, the second is known as a repeat and makes no new task.",
    },
    phone: "79031000004",
    calls: |phone| {
        let call = |secs| {
            Script::incoming(phone).rings("101").answered_by("101").talks_secs(secs).recorded()
        };
        vec![(0, call(20)), (60, call(15))]
    },
    tricks: None,
};
