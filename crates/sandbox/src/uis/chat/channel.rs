//! The channels of the seeded company: one of each kind a company meets.

use serde::Serialize;
use serde_json::{Value, json};

/// A channel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Channel {
    /// Id in UIS.
    pub id: u64,
    /// `type`: `comagic`, `waba`, ….
    pub kind: &'static str,
    /// Name given by the customer.
    pub name: &'static str,
    /// `active`, `deleted`, ….
    pub status: &'static str,
}

/// How long a WABA visitor may be written to after his last word, in seconds.
pub(super) const FRAME_SECS: i64 = 24 * 3600;

const SEEDED: [(&str, &str); 12] = [
    ("comagic", "Сайт romashka.ru"),
    ("whatsapp", "WhatsApp «Ромашка»"),
    ("waba", "WhatsApp Business"),
    ("telegram", "Telegram-бот @romashka_bot"),
    ("telegram_private", "Telegram менеджера"),
    ("viber", "Viber"),
    ("vkontakte_groups", "ВКонтакте"),
    ("avito", "Avito"),
    ("sms", "SMS"),
    ("email", "Почта info@romashka.ru"),
    ("max", "MAX"),
    // UIS adds channels without notice; this one nobody knows
    ("ozon_seller", "Ozon"),
];

/// All channels.
pub(super) fn seeded() -> Vec<Channel> {
    let ids = 37_001..;
    let channel = |((kind, name), id)| Channel { id, kind, name, status: "active" };
    SEEDED.into_iter().zip(ids).map(channel).collect()
}

impl Channel {
    /// Whether an operator may write first.
    pub(super) fn operator_may_begin(&self) -> bool {
        ["whatsapp", "waba", "telegram_private", "sms", "email"].contains(&self.kind)
    }

    /// How an operator may name a visitor here.
    pub(super) fn takes_address(&self, name: &str) -> bool {
        match self.kind {
            "email" => name == "visitor_email",
            "telegram_private" => name != "visitor_email",
            _ => name == "visitor_phone",
        }
    }

    /// Whether messages after the frame need a template.
    pub(super) fn has_frame(&self) -> bool {
        self.kind == "waba"
    }

    /// `context.message_templates` of a WABA channel.
    pub(super) fn templates(&self) -> Vec<Value> {
        if !self.has_frame() {
            return Vec::new();
        }
        vec![
            json!({
                "id": 401, "name": "order_ready", "text": "Здравствуйте! Ваш заказ готов.",
                "header": null, "footer": "Цветы «Ромашка»", "keyboard": [],
            }),
            json!({
                "id": 402, "name": "come_back", "text": "Мы получили ваш вопрос и готовы ответить.",
                "header": "Ромашка", "footer": null,
                "keyboard": [{ "type": "quick_reply", "text": "Напишите мне" }],
            }),
        ]
    }
}
