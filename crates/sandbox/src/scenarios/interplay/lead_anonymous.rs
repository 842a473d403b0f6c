//! A lead without a phone and without an e-mail.

use super::{Group, Interplay, Text};
use crate::uis::Lead;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-anonymous",
    group: Group::Leads,
    title: Text {
        ru: "Заявка без телефона и почты", en: "A lead without phone and e-mail"
    },
    sees: Text {
        ru: "Посетитель не оставил ни телефона, ни почты: задача создаётся без контрагента, и журнал говорит почему.",
        en: "The visitor leaves neither a phone nor an e-mail: the task is made without a counterparty, and the journal says why.",
    },
    phone: "79031000047",
    begins: |sandbox, _| {
        Box::pin(async move {
            let lead = Lead::of("Аноним").says("Напишите мне в Telegram: @romashka_fan");
            Ok(sandbox.uis().lead_steps(&lead))
        })
    },
    fault: None,
};
