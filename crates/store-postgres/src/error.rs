//! From PostgreSQL's errors to the engine's.

use engine::StoreError;

/// The result of a piece of work on the database.
pub(crate) type Result<T> = std::result::Result<T, StoreError>;

/// Turns a failure of the database into the engine's words.
pub(crate) trait OrBroken<T> {
    /// The value, or [`StoreError::Broken`].
    fn or_broken(self) -> Result<T>;
}

impl<T> OrBroken<T> for std::result::Result<T, sqlx::Error> {
    fn or_broken(self) -> Result<T> {
        self.map_err(StoreError::broken)
    }
}

/// The class of errors in which the server ends a session (`57P01` admin shutdown, `57P02` crash, `57P03`
/// not yet ready): PostgreSQL manual, appendix A.
const SERVER_ENDS: &str = "57P";

/// Whether the connection went away, so that another one may do better.
pub(crate) fn connection_lost(error: &StoreError) -> bool {
    let StoreError::Broken(source) = error else { return false };
    match source.downcast_ref::<sqlx::Error>() {
        Some(sqlx::Error::Io(_)) => true,
        Some(sqlx::Error::Database(told)) => {
            told.code().is_some_and(|code| code.starts_with(SERVER_ENDS))
        }
        _ => false,
    }
}
