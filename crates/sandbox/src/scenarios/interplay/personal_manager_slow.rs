//! Planfix does not say who the caller's manager is, and the call must not wait for it.

use super::{Group, Interplay, Text, known_customer, to_manager};
use crate::Door;
use crate::faults::{Fault, Injection, When};

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "personal-manager-slow",
    group: Group::Manager,
    title: Text { ru: "Планфикс молчит", en: "Planfix is silent" },
    sees: Text {
        ru: "Планфикс не отвечает, кто менеджер. UIS всё равно получает ответ за 2 секунды, и звонок уходит в отдел продаж.",
        en: "Planfix does not answer who the manager is. UIS gets its answer within 2 seconds all the same, and the call goes to the sales department.",
    },
    phone: "79031000031",
    begins: |sandbox, phone| {
        Box::pin(async move {
            known_customer(&sandbox, "Глеб Тихонов", &phone, Some(3));
            Ok(sandbox.uis().steps(&to_manager(&phone)))
        })
    },
    fault: Some(|| {
        let silence = Fault::Hang { when: When::BeforeCommit };
        Injection::new(Door::Telephony, silence).path("contact")
    }),
};
