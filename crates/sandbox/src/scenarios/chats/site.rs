//! A visitor writes on the site and leaves his phone.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;
use crate::uis::romashka::BOUQUETS_CAMPAIGN;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-site",
    group: super::Group::Chats,
    title: Text { ru: "Чат с сайта", en: "A chat from the site" },
    sees: Text {
        ru: "Посетитель пишет на сайте и оставляет телефон: в рабочем месте чат, в Планфиксе контакт и задача с перепиской.",
        en: "A visitor writes on the site and leaves his phone: a chat in the workspace, a contact and a task with the transcript in Planfix.",
    },
    phone: "79032000001",
    story: |phone| {
        Story::of(&format!("site-{phone}"), "comagic")
            .came_by(BOUQUETS_CAMPAIGN)
            .writes("Здравствуйте! Есть ли букеты из пионов?")
            .after(4)
            .writes("Нужно к субботе, на юбилей.")
            .after(5)
            .introduces("Мария", Some(phone), Some("maria@example.ru"))
    },
};
