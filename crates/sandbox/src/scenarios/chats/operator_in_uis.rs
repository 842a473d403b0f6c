//! An employee answers in UIS's own workplace.

use super::{ChatScenario, Text};
use crate::uis::chat::Story;

pub(super) const SCENARIO: ChatScenario = ChatScenario {
    id: "chat-operator-in-uis",
    group: super::Group::Chats,
    title: Text { ru: "Ответили в UIS", en: "Answered in UIS" },
    sees: Text {
        ru: "Чат взял и ведёт сотрудник в рабочем месте самой UIS: вся переписка видна и здесь, чат закрыт оператором.",
        en: "An employee takes and leads the chat in UIS's own workplace: the whole conversation is seen here too, the chat is closed by the operator.",
    },
    phone: "79032000002",
    story: |phone| {
        Story::of(phone, "whatsapp")
            .writes("Добрый день, вы доставляете за город?")
            .after(4)
            .is_taken_by("102")
            .after(3)
            .is_answered("Здравствуйте! Да, до 30 км от МКАД.")
            .after(2)
            .reads()
            .after(4)
            .answers("Отлично, тогда оформлю.")
            .after(5)
            .ends("closed_by_operator")
    },
};
