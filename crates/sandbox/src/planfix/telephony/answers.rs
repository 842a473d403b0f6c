//! The refusals, in the vendor's words.

use std::fmt;

use serde_json::json;

use crate::planfix::wire::Reply;

/// Why a command is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::planfix) enum Refusal {
    /// `planfix_token` is not ours.
    InvalidToken,
    /// A parameter is missing or can't be.
    InvalidParameters,
}

impl Refusal {
    /// As it is answered.
    pub(in crate::planfix) fn reply(self) -> Reply {
        let status = match self {
            Self::InvalidToken => 401,
            Self::InvalidParameters => 400,
        };
        Reply::json(status, &json!({"error": self.to_string()}))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InvalidToken => "Invalid token",
            Self::InvalidParameters => "Invalid parameters",
        })
    }
}
