//! Accounts.

pub(crate) mod add;
pub(crate) mod change;
pub(crate) mod list;
pub(crate) mod remove;

use cabinet::people::PeopleError;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::role::Role;
use crate::problem::Problem;

/// Somebody who may sign in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Person {
    /// His number.
    id: i64,
    /// What he signs in with.
    #[schema(example = "olga@romashka.ru")]
    email: String,
    /// What he may do.
    role: Role,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When he was last here; `null` when he has no session.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_seen_at: Option<Timestamp>,
}

impl Person {
    pub(super) fn of(person: &cabinet::people::Person) -> Self {
        Self {
            id: person.id.0,
            email: person.email.to_string(),
            role: person.role.into(),
            created_at: person.created_at,
            last_seen_at: person.last_seen_at,
        }
    }
}

impl From<PeopleError> for Problem {
    fn from(error: PeopleError) -> Self {
        match error {
            PeopleError::EmailTaken => {
                Self::conflict("email_taken", "Учётная запись с такой почтой уже есть")
            }
            PeopleError::Unknown => Self::not_found("Такой учётной записи нет"),
            PeopleError::LastOwner => Self::conflict(
                "last_owner",
                "Это единственный владелец: сначала сделайте владельцем кого-то ещё",
            ),
            PeopleError::Password(error) => Self::bad_password(error),
            PeopleError::WrongPassword => Self::wrong_password(),
            PeopleError::DeadLink => Self::conflict(
                "dead_link",
                "Ссылка не действует: перезапустите сервер, он напечатает новую",
            ),
            PeopleError::Hash(_) | PeopleError::Store(_) => {
                tracing::error!(%error, "the accounts failed");
                Self::unavailable()
            }
        }
    }
}
