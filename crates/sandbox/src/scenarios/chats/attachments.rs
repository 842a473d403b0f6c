//! Files, a quote and a correction.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-attachments",
    group: super::Group::Chats,
    title: Text { ru: "Файлы и цитата", en: "Files and a quote" },
    sees: Text {
        ru: "Посетитель присылает картинку и документ, отвечает цитатой и исправляет сообщение: всё видно в чате.",
        en: "The visitor sends a picture and a document, answers with a quote and corrects a message: all of it is seen in the chat.",
    },
    phone: "79032000006",
    story: |phone| {
        Story::of(phone, "vkontakte_groups")
            .writes("Хочу такой же букет")
            .after(2)
            .sends_picture("букет.svg")
            .after(3)
            .is_taken_by("103")
            .after(2)
            .is_answered("Красиво! Пришлите список цветов.")
            .after(3)
            .sends_note("список.txt", "розы — 11\nэвкалипт — 3\n")
            .after(2)
            .answers("Готво")
            .after(2)
            .corrects("Готово")
    },
};
