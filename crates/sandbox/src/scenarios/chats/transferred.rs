//! A chat goes from one employee to another.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-transferred",
    group: super::Group::Chats,
    title: Text { ru: "Перевод чата в UIS", en: "Transferred in UIS" },
    sees: Text {
        ru: "Чат передали другому сотруднику: его ведёт Вера, посетителя банят за спам.",
        en: "The chat went to another employee: Vera has it, the visitor is banned for spam.",
    },
    phone: "79032000009",
    story: |phone| {
        Story::of(&format!("avito-{phone}"), "avito")
            .writes("Купите рекламу!")
            .after(3)
            .is_taken_by("101")
            .after(4)
            .is_taken_by("103")
            .after(2)
            .is_answered("Спасибо, не нужно.")
            .after(3)
            .is_tagged("Спам")
            .ends("visitor_banned")
    },
};
