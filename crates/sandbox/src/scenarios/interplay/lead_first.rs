//! A new visitor brought by advertising leaves a lead.

use super::{Group, Interplay, Text};
use crate::uis::Lead;
use crate::uis::romashka::BOUQUETS_CAMPAIGN;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-first",
    group: Group::Leads,
    title: Text { ru: "Новая заявка", en: "A new lead" },
    sees: Text {
        ru: "Посетитель с рекламы оставил имя, телефон, почту и вопрос: в Планфиксе появятся контакт и задача с текстом заявки, страницей и utm-метками.",
        en: "A visitor from advertising leaves a name, a phone, an e-mail and a question: Planfix gets a contact and a task with the text, the page and the utm marks.",
    },
    phone: "79031000041",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let lead = Lead::of("Ольга Лаврова").phone(&phone).email("lavrova@example.ru");
            let lead = lead.says("Сколько стоит букет из 25 роз?").from_campaign(BOUQUETS_CAMPAIGN);
            Ok(sandbox.uis().lead_steps(&lead))
        })
    },
    fault: None,
};
