//! A tag comes later, and only the report tells it.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-tagged",
    group: super::Group::Chats,
    title: Text { ru: "Тег на чате", en: "A tag on the chat" },
    sees: Text {
        ru: "Сотрудник ставит тег «Заказ» после начала чата: его видно только в отчёте UIS.",
        en: "An employee puts the tag «Заказ» on the chat later: only the report of UIS tells it.",
    },
    phone: "79032000005",
    story: |phone| {
        Story::of(phone, "viber")
            .writes("Хочу заказать 51 розу")
            .after(4)
            .is_taken_by("101")
            .after(3)
            .is_answered("Записала, доставим завтра.")
            .after(5)
            .is_tagged("Заказ")
            .after(5)
            .ends("closed_by_operator")
    },
};
