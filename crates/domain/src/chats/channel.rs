//! Where chats come from.

use serde::{Deserialize, Serialize};

use super::words::open_words;
use super::{ChannelId, UisAccountId};

open_words!(
    /// What kind of channel it is (`chat_channel_type` of the reports, `type` of the Chat API).
    ChatChannelKind {
        /// The widget on the customer's site («Чат на сайте»).
        Site = "comagic",
        /// `WhatsApp` by a phone.
        WhatsApp = "whatsapp",
        /// `WhatsApp` Business API: templates, and a window of 24 hours after the visitor's last word.
        Waba = "waba",
        /// A Telegram bot.
        Telegram = "telegram",
        /// A personal Telegram account.
        TelegramPrivate = "telegram_private",
        /// Viber.
        Viber = "viber",
        /// A community of VK.
        Vk = "vkontakte_groups",
        /// Avito.
        Avito = "avito",
        /// auto.ru.
        AutoRu = "auto_ru",
        /// Яндекс Недвижимость.
        RealtyYandex = "realty_yandex",
        /// ЦИАН.
        Cian = "cian",
        /// Яндекс Диалоги.
        YandexDialogs = "yandex.dialogs",
        /// Facebook.
        Facebook = "facebook",
        /// Instagram.
        Instagram = "instagram",
        /// MAX.
        Max = "max",
        /// A MAX bot.
        MaxBot = "max_bot",
        /// A bot of `ТамТам`.
        TamTamBot = "tamtam_bot",
        /// SMS.
        Sms = "sms",
        /// E-mail.
        Email = "email",
        /// A lead answered as a chat.
        OfflineMessage = "offline_message",
        /// Chats put in through the Data API.
        DataApi = "dataapi",
    }
);

impl ChatChannelKind {
    /// Whether an operator may write first (Chat API documentation, `POST /v1/adapter/chat`).
    pub fn operator_may_begin(&self) -> bool {
        matches!(
            self,
            Self::WhatsApp | Self::Waba | Self::TelegramPrivate | Self::Sms | Self::Email
        )
    }
}

open_words!(
    /// Whether a channel works (`get.chat_channels`).
    ChatChannelStatus {
        /// It works.
        Active = "active",
        /// It is gone.
        Deleted = "deleted",
        /// It does not work; the cabinet of UIS says why.
        Error = "error",
        /// Nothing has come for a while.
        Idle = "idle",
        /// Switched off.
        Inactive = "inactive",
        /// Being set up.
        Init = "init",
    }
);

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatChannel {
    /// Its id.
    pub id: ChannelId,
    /// What it is.
    pub kind: Option<ChatChannelKind>,
    /// Its name in the cabinet of UIS.
    pub name: Option<String>,
    /// Whether it works.
    pub status: Option<ChatChannelStatus>,
}

/// An account of UIS that has connected the adapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatAccount {
    /// Its id.
    pub id: UisAccountId,
    /// Its name.
    pub name: Option<String>,
    /// UIS's word for its state.
    pub status: Option<String>,
}
