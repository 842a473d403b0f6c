//! What can go wrong with people.

use jiff::SignedDuration;

use super::password::PasswordError;
use crate::store::StoreError;

/// Why something about people could not be done.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// Somebody has that e-mail already.
    #[error("учётная запись с такой почтой уже есть")]
    EmailTaken,
    /// There is nobody of that number.
    #[error("такой учётной записи нет")]
    Unknown,
    /// He is the only owner.
    #[error("это единственный владелец: сначала сделайте владельцем кого-то ещё")]
    LastOwner,
    /// The password is no good.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The present password is another one.
    #[error("текущий пароль указан неверно")]
    WrongPassword,
    /// The setup link is unknown, has ended or was used.
    #[error("ссылка для первого входа не действует: перезапустите сервер, он напечатает новую")]
    DeadLink,
    /// The password could not be hashed.
    #[error("пароль не удалось обработать: {0}")]
    Hash(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why somebody was not let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The e-mail or the password is wrong; which of them is told to nobody.
    #[error("почта или пароль указаны неверно")]
    Wrong,
    /// There were too many attempts.
    #[error("слишком много попыток входа")]
    TooMany {
        /// How long to wait.
        wait: SignedDuration,
    },
    /// Something failed.
    #[error(transparent)]
    People(#[from] PeopleError),
}

impl From<StoreError> for SignInError {
    fn from(error: StoreError) -> Self {
        Self::People(error.into())
    }
}
