//! The one error of the tool: a line for the person who ran it.

use std::error::Error;
use std::fmt;

/// What most functions here return.
pub(crate) type Done<T = ()> = Result<T, Failed>;

/// Why the work stopped. It is no [`Error`] itself, so that every `Error` can be turned into it by `?`.
#[derive(Debug)]
pub(crate) struct Failed {
    message: String,
    exit_status: u8,
}

impl Failed {
    /// Exit status for a call whose words were wrong.
    pub(crate) const WRONG_WORDS: u8 = 2;

    /// Work that did not succeed: exit status 1.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit_status: 1 }
    }

    /// A call whose words were wrong: exit status 2.
    pub(crate) fn wrong_words(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit_status: Self::WRONG_WORDS }
    }

    /// The process's exit status for it.
    pub(crate) fn exit_status(&self) -> u8 {
        self.exit_status
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl<E: Error> From<E> for Failed {
    fn from(error: E) -> Self {
        Self::new(error.to_string())
    }
}

/// Refuses words after a subcommand that takes none.
///
/// # Errors
/// The first word too many.
pub(crate) fn takes_no_words(rest: &[String]) -> Done {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(Failed::wrong_words(format!("`{word}` is not understood"))),
    }
}
