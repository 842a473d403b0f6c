//! The database as rows, for copying: [`archive::Source`] and [`archive::Target`] on SQLite.

mod source;
mod target;

use archive::ArchiveError;

/// The result of a piece of copying.
type Result<T> = std::result::Result<T, ArchiveError>;

/// A name as SQL has it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
