//! New employees in Planfix, for a synchronisation to find.

use super::{Group, Interplay, Text};
use crate::planfix::NewUser;

const HIRED: [NewUser<'_>; 2] = [
    NewUser {
        name: "Мария",
        lastname: "Белова",
        email: "belova@romashka.ru",
        short_number: Some("104"),
    },
    // UIS knows him by another e-mail
    NewUser {
        name: "Антон", lastname: "Новиков", email: "anton@romashka.ru", short_number: None
    },
];

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "employees",
    group: Group::Employees,
    title: Text { ru: "Новые сотрудники", en: "New employees" },
    sees: Text {
        ru: "В Планфикс приняты двое. После синхронизации сотрудников Мария Белова появится и в UIS (без телефона), а Антон Новиков будет предложен по имени: почты у него разные.",
        en: "Planfix hires two. After a synchronisation of employees Мария Белова is in UIS too (without a phone), and Антон Новиков is suggested by his name: his e-mails differ.",
    },
    phone: "79031000032",
    begins: |sandbox, _| {
        Box::pin(async move {
            let planfix = sandbox.planfix();
            let known = planfix.users();
            for new in HIRED {
                if !known.iter().any(|user| user.email == new.email) {
                    planfix.hire(&new);
                }
            }
            Ok(Vec::new())
        })
    },
    fault: None,
};
