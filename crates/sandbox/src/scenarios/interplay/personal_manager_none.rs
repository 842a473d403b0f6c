//! Nobody is the caller's manager: the exit «Персональный CRM менеджер не назначен».

use super::{Group, Interplay, Text, to_manager};

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "personal-manager-none",
    group: Group::Manager,
    title: Text { ru: "Менеджера нет", en: "There is no manager" },
    sees: Text {
        ru: "Звонит незнакомец: ответ пустой, звонок выходит через «Персональный CRM менеджер не назначен», звонят 101 и 102.",
        en: "A stranger calls: the answer is empty, the call leaves by «Персональный CRM менеджер не назначен», 101 and 102 ring.",
    },
    phone: "79031000030",
    begins: |sandbox, phone| Box::pin(async move { Ok(sandbox.uis().steps(&to_manager(&phone))) }),
    fault: None,
};
