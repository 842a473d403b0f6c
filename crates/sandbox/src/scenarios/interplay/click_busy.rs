//! An employee clicks the number in a contact's card; the line is busy.

use super::{Group, Interplay, Subject, Text, click, known_customer};
use crate::uis::Ordered;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "click-busy",
    group: Group::Click,
    title: Text {
        ru: "Звонок из контакта: занято", en: "A call from a contact: busy"
    },
    sees: Text {
        ru: "Анна звонит из карточки контакта, у клиента занято: её карточка закрывается с итогом Busy (занято), в контакте исходящий «Пропущенный звонок».",
        en: "Anna calls from the contact's card, the customer's line is busy: her card closes with Busy, the contact gets an outgoing “Пропущенный звонок”.",
    },
    phone: "79031000026",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let (contact, phone) = known_customer(&sandbox, "Пётр Васильев", &phone, Some(1));
            click(&sandbox, &phone, Subject::Contact(contact), Ordered::Busy).await
        })
    },
    fault: None,
};
