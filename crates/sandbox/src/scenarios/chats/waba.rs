//! `WhatsApp` Business with its window of a day.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-waba",
    group: super::Group::Chats,
    title: Text { ru: "WhatsApp Business: окно", en: "WhatsApp Business: the window" },
    sees: Text {
        ru: "Посетитель написал в WABA: сутки можно отвечать свободно, потом — только шаблоном.",
        en: "A visitor wrote by WABA: for a day he may be answered freely, then only with a template.",
    },
    phone: "79032000007",
    story: |phone| {
        Story::of(phone, "waba").writes("Мой заказ готов?").after(5).writes("Номер 1042")
    },
};
