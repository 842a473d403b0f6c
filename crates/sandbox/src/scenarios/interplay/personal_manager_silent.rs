//! The caller's personal manager does not pick up: the exit «Переадресация не удалась».

use super::{Group, Interplay, Text, known_customer, to_manager};

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "personal-manager-silent",
    group: Group::Manager,
    title: Text {
        ru: "Персональный менеджер не ответил", en: "The personal manager is silent"
    },
    sees: Text {
        ru: "Телефоны Веры (103) звонят напрасно: звонок выходит через «Переадресация не удалась» и достаётся отделу продаж.",
        en: "Vera's phones (103) ring in vain: the call leaves by «Переадресация не удалась» and goes to the sales department.",
    },
    phone: "79031000029",
    begins: |sandbox, phone| {
        Box::pin(async move {
            known_customer(&sandbox, "Лариса Фомина", &phone, Some(3));
            Ok(sandbox.uis().steps(&to_manager(&phone).manager_is_silent()))
        })
    },
    fault: None,
};
