//! How an outside system's refusal is understood.
//!
//! The adapter that spoke to the system knows best what its answer means, so it decides the class
//! there; everything further in (budget, engine, journal) acts on the class alone.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What may be done after a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "class", rename_all = "snake_case")]
pub enum Class {
    /// Nothing was changed over there; the same request may be sent again later.
    Retry,
    /// Nothing was changed, and it makes no sense to ask again before the moment.
    WaitUntil {
        /// The first moment at which asking again makes sense.
        until: Timestamp,
    },
    /// The account's request allowance is used up: everything of the account waits, no attempt is burnt.
    Throttled {
        /// How long, by the system's own word or our guess.
        wait: SignedDuration,
    },
    /// The credentials or the address must be mended by the administrator: the door pauses, he is told
    /// once, and nothing that waits is given up.
    AuthBroken,
    /// The request may or may not have been carried out (a timeout, a broken connection or a 5xx after
    /// a write). It must be looked for, never blindly sent again.
    Unknown,
    /// Sending the same again can never succeed.
    Permanent,
}

/// A failure with its class, its stable code and its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Failure {
    /// What may be done.
    #[serde(flatten)]
    pub class: Class,
    /// A stable code an administrator can look up in `docs/errors`, e.g. `PF-TOKEN`.
    pub code: Code,
    /// What happened, in plain words, without secrets.
    pub message: String,
}

impl Failure {
    /// A failure of the given class.
    pub fn new(class: Class, code: Code, message: impl Into<String>) -> Self {
        Self { class, code, message: message.into() }
    }

    /// A failure that can be tried again.
    pub fn retry(code: Code, message: impl Into<String>) -> Self {
        Self::new(Class::Retry, code, message)
    }

    /// A failure that can never succeed.
    pub fn permanent(code: Code, message: impl Into<String>) -> Self {
        Self::new(Class::Permanent, code, message)
    }
}

/// A stable code of a failure that an administrator may see. Every code has a page in `docs/errors`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(std::borrow::Cow<'static, str>);

impl Code {
    /// A code; by convention `SYSTEM-WORD` in capitals, e.g. `PF-TOKEN`, `UIS-LIMIT`, `NET-TIMEOUT`.
    pub const fn new(code: &'static str) -> Self {
        Self(std::borrow::Cow::Borrowed(code))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
