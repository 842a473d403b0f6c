//! A new customer calls and leaves a lead at the same second.

use super::{Group, Interplay, Text};
use crate::uis::{Lead, Script};

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-with-call",
    group: Group::Leads,
    title: Text { ru: "Заявка и звонок сразу", en: "A lead and a call at once" },
    sees: Text {
        ru: "Новый клиент отправил форму и тут же позвонил: контакт создаёт звонок, заявка его находит и второго не делает.",
        en: "A new customer sends a form and calls at once: the call makes the contact, and the lead finds it and makes no second one.",
    },
    phone: "79031000045",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let call = Script::incoming(&phone).rings("101").answered_by("101").talks_secs(40);
            let mut steps = sandbox.uis().steps(&call);
            let lead = Lead::of("Лидия Вольская").phone(&phone).says("Звоню вам сама");
            steps.extend(sandbox.uis().lead_steps(&lead));
            Ok(steps)
        })
    },
    fault: None,
};
