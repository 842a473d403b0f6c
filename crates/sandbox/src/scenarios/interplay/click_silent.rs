//! An employee clicks a number and does not pick up his own phone.

use super::{Group, Interplay, Subject, Text, click, known_customer};
use crate::uis::Ordered;

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "click-silent",
    group: Group::Click,
    title: Text {
        ru: "Звонок из контакта: сотрудник не взял трубку",
        en: "A call from a contact: the employee is silent",
    },
    sees: Text {
        ru: "Анна нажала «Позвонить», но сама не ответила ни на одном из своих телефонов: до клиента дело не дошло, разговора нет.",
        en: "Anna clicked “Позвонить” but picked up none of her own phones: the customer was not called, there is no talk.",
    },
    phone: "79031000027",
    begins: |sandbox, phone| {
        Box::pin(async move {
            let (contact, phone) = known_customer(&sandbox, "Ирина Гусева", &phone, Some(1));
            click(&sandbox, &phone, Subject::Contact(contact), Ordered::EmployeeSilent).await
        })
    },
    fault: None,
};
