//! A new visitor leaves two leads at the same second.

use super::{Group, Interplay, Text};
use crate::uis::Lead;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-twice",
    group: Group::Leads,
    title: Text { ru: "Две заявки сразу", en: "Two leads at once" },
    sees: Text {
        ru: "Новый посетитель отправил две формы в одну секунду: контакт один, первая заявка первичная, вторая повторная.",
        en: "A new visitor sends two forms at the same second: one contact, the first lead counts as first, the second as a repeat.",
    },
    phone: "79031000044",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let lead = Lead::of("Денис Рощин").phone(&phone).email("roschin@example.ru");
            let call_back = lead.clone().in_form("Обратный звонок").says("Перезвоните мне");
            let mut steps = sandbox.uis().lead_steps(&lead.says("Оформите заказ"));
            steps.extend(sandbox.uis().lead_steps(&call_back));
            Ok(steps)
        })
    },
    fault: None,
};
