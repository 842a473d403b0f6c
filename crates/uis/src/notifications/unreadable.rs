//! Why a notification could not be read, and what to change in UIS.

use super::Event;

/// The reason, in words for the administrator who wrote the notification. `Display` is English,
/// [`Unreadable::russian`] Russian.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Neither a body nor a query string.
    #[error(
        "the request is empty; in the UIS notification choose HTTP, method POST, and paste the body shown in the cabinet"
    )]
    Empty,
    /// Neither JSON nor a form.
    #[error(
        "the body is neither JSON nor a form ({detail}); compare the body of the UIS notification with the text shown in the cabinet"
    )]
    NotParseable {
        /// Where and why reading stopped.
        detail: String,
    },
    /// Nothing says which notification it is.
    #[error(
        "nothing says which event it is; add \"event\":\"call_incoming\" (or another of: {}) to the body of the UIS notification, or ?event=… to its address",
        event_keys()
    )]
    NoEvent,
    /// An event we do not know.
    #[error("unknown event `{event}`; \"event\" must be one of: {}", event_keys())]
    UnknownEvent {
        /// What stood there.
        event: String,
    },
    /// No call session.
    #[error(
        "call_session_id is missing or empty; add \"call_session_id\":{{{{call_session_id}}}} to the body of the UIS notification"
    )]
    NoCallSession,
    /// The call session is no number.
    #[error(
        "call_session_id is `{text}`, not a number; in the body of the UIS notification write \"call_session_id\":{{{{call_session_id}}}}"
    )]
    BadCallSession {
        /// What stood there.
        text: String,
    },
    /// UIS sent the variable's name instead of its value.
    #[error(
        "UIS did not fill in {{{{{variable}}}}}; insert the variables in the UIS notification from its own list, the event must be «{uis_name}»"
    )]
    NotFilledIn {
        /// The variable.
        variable: String,
        /// The UIS notification that has it.
        uis_name: &'static str,
    },
}

impl Unreadable {
    /// The reason in Russian.
    pub fn russian(&self) -> String {
        match self {
            Self::Empty => {
                "Запрос пуст: в уведомлении UIS выберите HTTP, метод POST и вставьте тело \
                запроса из кабинета."
                    .to_owned()
            }
            Self::NotParseable { detail } => format!(
                "Тело запроса не похоже ни на JSON, ни на форму ({detail}): сверьте тело уведомления \
                 UIS с текстом из кабинета."
            ),
            Self::NoEvent => format!(
                "Не указано, какое это событие: добавьте в тело уведомления UIS \
                 \"event\":\"call_incoming\" (или другое: {}) либо ?event=… в адрес.",
                event_keys()
            ),
            Self::UnknownEvent { event } => {
                format!("Неизвестное событие «{event}»: в \"event\" допустимы {}.", event_keys())
            }
            Self::NoCallSession => "Нет call_session_id: добавьте в тело уведомления UIS \
                \"call_session_id\":{{call_session_id}}."
                .to_owned(),
            Self::BadCallSession { text } => format!(
                "call_session_id — «{text}», а должно быть число: в теле уведомления UIS напишите \
                 \"call_session_id\":{{{{call_session_id}}}}."
            ),
            Self::NotFilledIn { variable, uis_name } => format!(
                "UIS не подставила значение {{{{{variable}}}}}: вставьте переменные из списка самой \
                 UIS, событие уведомления должно быть «{uis_name}»."
            ),
        }
    }
}

/// The known events, for the texts.
fn event_keys() -> String {
    Event::ALL.map(Event::key).join(", ")
}
