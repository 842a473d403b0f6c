//! The visitor says who he is at the end.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-card-later",
    group: super::Group::Chats,
    title: Text { ru: "Контакты в конце", en: "Contact data at the end" },
    sees: Text {
        ru: "Посетитель называет себя только в конце: контакт и задача появляются, когда стали известны телефон и почта.",
        en: "The visitor says who he is only at the end: the contact and the task come when phone and e-mail are known.",
    },
    phone: "79032000004",
    story: |phone| {
        Story::of(&format!("site-late-{phone}"), "comagic")
            .writes("Сколько стоит оформление свадьбы?")
            .after(4)
            .is_taken_by("101")
            .after(3)
            .is_answered("От 40 000 рублей. Оставите телефон?")
            .after(8)
            .introduces("Игорь Лебедев", Some(phone), Some("igor@example.ru"))
            .after(3)
            .ends("closed_by_visitor")
    },
};
