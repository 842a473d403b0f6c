//! Planfix knows the visitor by his e-mail only.

use super::{Group, Interplay, Text};
use crate::planfix::NewContact;
use crate::uis::Lead;

const EMAIL: &str = "gordeev@example.ru";

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-known-email",
    group: Group::Leads,
    title: Text {
        ru: "Знакомая почта, новый телефон", en: "A known e-mail, a new phone"
    },
    sees: Text {
        ru: "Телефона из заявки в Планфиксе нет, а почта есть. Второй контакт с той же почтой Планфикс не примет, поэтому берётся найденный по почте.",
        en: "Planfix has the e-mail of the lead but not its phone. It takes no second contact with the same e-mail, so the one found by the e-mail is used.",
    },
    phone: "79031000043",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let planfix = sandbox.planfix();
            let known = planfix.contacts();
            if !known.iter().any(|contact| contact.email.as_deref() == Some(EMAIL)) {
                let new = NewContact {
                    name: "Игорь Гордеев",
                    email: Some(EMAIL),
                    ..NewContact::default()
                };
                planfix.add_contact(&new);
            }
            let lead = Lead::of("Игорь").phone(&phone).email("Gordeev@example.ru");
            Ok(sandbox.uis().lead_steps(&lead.says("Нужен счёт на юрлицо")))
        })
    },
    fault: None,
};
