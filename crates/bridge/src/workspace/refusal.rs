//! Why an operator can't do what he wants.

use domain::Failure;
use engine::StoreError;

use crate::stored::not_stored;

/// The reason.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such chat or lead.
    #[error("Такого обращения нет")]
    Unknown,
    /// Somebody else has it.
    #[error("Это обращение уже ведёт {0}")]
    Taken(String),
    /// It must be taken from the queue first.
    #[error("Сначала возьмите обращение из очереди")]
    NotTaken,
    /// It is over.
    #[error("Обращение уже закрыто")]
    Closed,
    /// `WhatsApp` takes only templates now.
    #[error("Окно WhatsApp закрыто: посетителю можно отправить только шаблон")]
    WindowClosed,
    /// The channel does not let operators write first.
    #[error("В этом канале оператор не может написать первым")]
    MayNotBegin,
    /// A lead can't be written to here.
    #[error("На заявку отвечают звонком, сообщением в другом канале или отметкой «Обработана»")]
    NoConversation,
    /// What was given can't be used.
    #[error("{0}")]
    Unfit(String),
    /// UIS or Planfix failed or refused; the store failed.
    #[error("{0}")]
    Failed(Failure),
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Failed(not_stored(error))
    }
}
