//! The ways in which a server may fail its caller.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Whether the request was carried out before the fault struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Nothing was changed.
    BeforeCommit,
    /// Everything was changed, the caller just is not told.
    AfterCommit,
}

/// How a server says that it is asked too often; all three shapes were met in the wild.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Throttling {
    /// HTTP 403, `code: 22` and `timeToReset` in seconds.
    #[default]
    Forbidden,
    /// HTTP 429 with `Retry-After` in seconds.
    TooManyRequests,
    /// HTTP 200 whose body says `result: fail`, `code: 22`.
    QuietFailure,
}

/// One way to fail a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// Waits so long by the sandbox's clock, then carries the request out and answers.
    Delay {
        /// How long, in milliseconds.
        millis: i64,
    },
    /// Never answers until the faults are released or cleared.
    Hang {
        /// Whether the work is done first.
        when: When,
    },
    /// HTTP 500.
    ServerError {
        /// Whether the work is done first.
        when: When,
    },
    /// The connection breaks instead of an answer.
    Cut {
        /// Whether the work is done first.
        when: When,
    },
    /// "Too often": nothing is done.
    Throttle {
        /// How it is said.
        shape: Throttling,
        /// When to come again, in seconds.
        seconds: u32,
    },
    /// The token is no longer accepted.
    RevokedToken,
    /// HTTP 200 with a sign-in page instead of JSON; nothing is done.
    HtmlPage,
    /// HTTP 200 with no body at all, after the work is done.
    EmptyReply,
    /// HTTP 202: an update is promised, and made only later. Other requests are not touched.
    Queued {
        /// How much later, in seconds.
        seconds: u32,
    },
    /// The account moved to its own domain: the same path there.
    Redirect {
        /// The HTTP status, 301 or 308.
        status: u16,
        /// The new address in front of the API's own path, without a slash at its end.
        to: String,
    },
}

impl Fault {
    /// False for requests this fault can't be met on: only an update of one thing, `POST task/12`,
    /// can be put off.
    pub(super) fn concerns(&self, method: &str, path: &str) -> bool {
        if !matches!(self, Self::Queued { .. }) {
            return true;
        }
        let parts: Vec<&str> = path.split('/').collect();
        method == "POST" && matches!(parts.as_slice(), ["task" | "contact", id] if *id != "list")
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BeforeCommit => "before commit",
            Self::AfterCommit => "after commit",
        })
    }
}

impl fmt::Display for Throttling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Forbidden => "throttled, 403",
            Self::TooManyRequests => "throttled, 429",
            Self::QuietFailure => "throttled, 200 with fail",
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Delay { millis } => write!(f, "{millis} ms late"),
            Self::Hang { when } => write!(f, "no answer, {when}"),
            Self::ServerError { when } => write!(f, "500 {when}"),
            Self::Cut { when } => write!(f, "connection cut {when}"),
            Self::Throttle { shape, .. } => write!(f, "{shape}"),
            Self::RevokedToken => f.write_str("token revoked"),
            Self::HtmlPage => f.write_str("HTML page with 200"),
            Self::EmptyReply => f.write_str("empty reply"),
            Self::Queued { .. } => f.write_str("queued, 202"),
            Self::Redirect { status, to } => write!(f, "redirect {status} to {to}"),
        }
    }
}
