//! The caller's personal manager is rung at once.

use super::{Group, Interplay, Text, known_customer, to_manager};

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "personal-manager",
    group: Group::Manager,
    title: Text { ru: "Персональный менеджер", en: "The personal manager" },
    sees: Text {
        ru: "Звонит клиент, за которого в Планфиксе отвечает Вера (103): UIS спрашивает, кто его менеджер, и сразу звонит ей.",
        en: "A customer calls whose responsible in Planfix is Vera (103): UIS asks who his manager is and rings her at once.",
    },
    phone: "79031000028",
    begins: |sandbox, phone| {
        Box::pin(async move {
            known_customer(&sandbox, "Николай Ершов", &phone, Some(3));
            Ok(sandbox.uis().steps(&to_manager(&phone)))
        })
    },
    fault: None,
};
