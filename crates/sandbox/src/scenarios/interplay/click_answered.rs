//! An employee clicks the number in a task; the customer picks up.

use super::{Group, Interplay, Subject, Text, click, known_customer, open_task};
use crate::uis::Ordered;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "click-answered",
    group: Group::Click,
    title: Text { ru: "Звонок из задачи", en: "A call from a task" },
    sees: Text {
        ru: "Анна нажимает «Позвонить» в задаче: звонит сначала её телефон, потом клиент. Разговор записан в эту же задачу.",
        en: "Anna clicks “Позвонить” in a task: first her phone rings, then the customer's. The talk is written into that very task.",
    },
    phone: "79031000025",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let (contact, phone) = known_customer(&sandbox, "Ольга Миронова", &phone, Some(1));
            let task = open_task(&sandbox, "Уточнить адрес доставки", contact);
            let answered = Ordered::Answered { after_secs: 5, talk_secs: 35 };
            click(&sandbox, &phone, Subject::Task(task), answered).await
        })
    },
    fault: None,
};
