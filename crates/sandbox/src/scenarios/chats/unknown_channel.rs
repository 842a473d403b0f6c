//! A channel that nobody knows.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-unknown-channel",
    group: super::Group::Chats,
    title: Text { ru: "Неизвестный канал", en: "An unknown channel" },
    sees: Text {
        ru: "Канал, которого ещё никто не знает (Ozon): чат работает как любой другой.",
        en: "A channel that nobody knows yet (Ozon): the chat works like any other.",
    },
    phone: "79032000008",
    story: |phone| {
        Story::of(&format!("ozon-{phone}"), "ozon_seller")
            .writes("Когда отправите заказ?")
            .after(6)
            .ends("closed_by_scenario")
    },
};
