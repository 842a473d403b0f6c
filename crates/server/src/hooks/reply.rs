//! What a hook answers. UIS shows these texts to the administrator in its log of notifications.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// The answer of a hook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    /// It is stored.
    Stored,
    /// It had come before, and nothing is changed by its coming again.
    StoredBefore,
    /// It can't be read; it was kept for the journal.
    Unreadable(Refusal),
    /// Nothing here: the connection, the hook or the key is wrong.
    NoSuchHook,
    /// The address is right, but the sender does not prove who it is.
    Unproven,
    /// The address is right, but nothing is behind it in this version.
    NotServed,
    /// The body is too large.
    TooLarge,
    /// It could not be stored; the sender should try again.
    NotStored,
}

/// Why a hook refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Refusal {
    /// The reason in Russian.
    pub(crate) error: String,
    /// The reason in English.
    pub(crate) error_en: String,
}

impl Refusal {
    fn new(russian: &str, english: &str) -> Self {
        Self { error: russian.to_owned(), error_en: english.to_owned() }
    }
}

impl Reply {
    /// The outcome as the counters name it.
    pub(super) fn outcome(&self) -> &'static str {
        match self {
            Self::Stored => "new",
            Self::StoredBefore => "duplicate",
            Self::Unreadable(_) => "unreadable",
            Self::NoSuchHook => "unknown",
            Self::Unproven => "unproven",
            Self::NotServed => "not_served",
            Self::TooLarge => "too_large",
            Self::NotStored => "not_stored",
        }
    }

    fn refusal(self) -> Option<(StatusCode, Refusal)> {
        match self {
            Self::Stored | Self::StoredBefore => None,
            Self::Unreadable(refusal) => Some((StatusCode::BAD_REQUEST, refusal)),
            Self::NoSuchHook => Some((
                StatusCode::NOT_FOUND,
                Refusal::new(
                    "Такого адреса нет: возьмите адрес из `svyazka connection urls`",
                    "no such address; take it from `svyazka connection urls`",
                ),
            )),
            Self::Unproven => Some((
                StatusCode::UNAUTHORIZED,
                Refusal::new(
                    "Заголовок Authorization не тот: сверьте webhook_auth адаптера с настройками Chat API в Связке",
                    "the Authorization header is not right; compare webhook_auth of the adapter with the Chat API settings of Svyazka",
                ),
            )),
            Self::NotServed => Some((
                StatusCode::NOT_FOUND,
                Refusal::new(
                    "Адрес верный, но эта версия Связки его ещё не обслуживает",
                    "the address is right, but this version does not serve it yet",
                ),
            )),
            Self::TooLarge => Some((
                StatusCode::PAYLOAD_TOO_LARGE,
                Refusal::new("Тело запроса больше 256 КиБ", "the body is larger than 256 KiB"),
            )),
            Self::NotStored => Some((
                StatusCode::SERVICE_UNAVAILABLE,
                Refusal::new(
                    "Не удалось сохранить, повторите позже",
                    "it could not be stored; try again later",
                ),
            )),
        }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        match self.refusal() {
            None => StatusCode::OK.into_response(),
            Some((status, refusal)) => (status, Json(refusal)).into_response(),
        }
    }
}
