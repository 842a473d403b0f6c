//! What tells one form door from the other: its name and its codes.

use domain::failure::Code;

/// How a door is called in messages, and the codes of its failures.
#[derive(Debug)]
pub(crate) struct Manner {
    /// «Телефония Планфикса»; a feminine noun, as the sentences want it.
    pub(crate) name: &'static str,
    /// «телефонии Планфикса».
    pub(crate) of: &'static str,
    /// «телефонии»: whose key it is.
    pub(crate) key_of: &'static str,
    /// The token is refused.
    pub(crate) token: Code,
    /// The command is refused as wrong.
    pub(crate) parameters: Code,
    /// Planfix's own trouble (HTTP 5xx).
    pub(crate) server: Code,
    /// An HTML page instead of an answer.
    pub(crate) html: Code,
    /// An answer that can't be understood.
    pub(crate) answer: Code,
    /// The door asks to slow down.
    pub(crate) limit: Code,
}
