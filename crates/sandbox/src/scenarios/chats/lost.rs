//! Nobody answers.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-lost",
    group: super::Group::Chats,
    title: Text { ru: "Никто не ответил", en: "Nobody answered" },
    sees: Text {
        ru: "Посетитель ждал и ушёл: чат потерян. Телефона он не оставил.",
        en: "The visitor waited and left: the chat is lost. He left no phone.",
    },
    phone: "79032000003",
    story: |phone| {
        Story::of(&format!("tg-{phone}"), "telegram")
            .writes("Есть кто-нибудь?")
            .after(8)
            .writes("Понятно…")
            .after(6)
            .ends("closed_by_timeout")
    },
};
