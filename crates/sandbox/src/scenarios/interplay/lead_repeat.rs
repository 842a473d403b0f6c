//! Somebody whom Planfix knows by his number leaves a lead.

use super::{Group, Interplay, Text, known_customer};
use crate::uis::Lead;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-repeat",
    group: Group::Leads,
    title: Text {
        ru: "Заявка знакомого клиента", en: "A lead of a known customer"
    },
    sees: Text {
        ru: "Телефон из заявки есть в Планфиксе: второй контакт не создаётся, задача достаётся ответственному за контакт, Борису.",
        en: "Planfix knows the phone of the lead: no second contact is made, and the task goes to the contact's owner, Boris.",
    },
    phone: "79031000042",
    begins: |sandbox, phone| {
        Box::pin(async move {
            known_customer(&sandbox, "Тамара Ильина", &phone, Some(2));
            let lead =
                Lead::of("Тамара").phone(&phone).says("Повторите, пожалуйста, прошлый заказ");
            Ok(sandbox.uis().lead_steps(&lead.on("romashka.shop")))
        })
    },
    fault: None,
};
