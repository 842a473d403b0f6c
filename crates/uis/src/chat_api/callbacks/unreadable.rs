//! Why a callback could not be read.

/// The reason, in words for an administrator. `Display` is English, [`Unreadable::russian`] Russian.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No such callback.
    #[error(
        "the Chat API has no callback {method} {path} that is known here; check that the adapter's webhook_url is exactly the address shown in the cabinet"
    )]
    UnknownPath {
        /// The HTTP method.
        method: String,
        /// The path after the webhook's address.
        path: String,
    },
    /// No body.
    #[error("the callback is empty; the Chat API sends JSON")]
    Empty,
    /// Not a JSON object.
    #[error("the callback is not a JSON object ({detail})")]
    NotJson {
        /// Where and why reading stopped.
        detail: String,
    },
    /// A member without which nothing can be done.
    #[error("`{name}` is missing or empty")]
    Missing {
        /// Its name.
        name: &'static str,
    },
    /// A number that is none.
    #[error("`{name}` is `{text}`, not a number above zero")]
    NotANumber {
        /// Its name.
        name: &'static str,
        /// What stood there.
        text: String,
    },
}

impl Unreadable {
    /// The reason in Russian.
    pub fn russian(&self) -> String {
        match self {
            Self::UnknownPath { method, path } => format!(
                "Обратный вызов Chat API {method} {path} неизвестен: проверьте, что webhook_url адаптера \
                 в точности равен ссылке для чатов из кабинета."
            ),
            Self::Empty => "Обратный вызов пуст, а Chat API присылает JSON.".to_owned(),
            Self::NotJson { detail } => {
                format!("Тело обратного вызова — не объект JSON ({detail}).")
            }
            Self::Missing { name } => format!("В обратном вызове нет «{name}»."),
            Self::NotANumber { name, text } => {
                format!("В обратном вызове «{name}» — «{text}», а должно быть число больше нуля.")
            }
        }
    }
}
