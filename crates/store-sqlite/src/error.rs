//! From SQLite's errors to the engine's.

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
