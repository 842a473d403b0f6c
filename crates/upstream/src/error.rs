//! What can go wrong between us and an answer, and what it means for the request.

use domain::{Class, Failure};

use crate::Effect;

/// The stable codes of transport failures.
pub mod codes {
    use domain::failure::Code;

    /// The request never left: no such name, nobody listens, TLS did not come about.
    pub const CONNECT: Code = Code::new("NET-CONNECT");
    /// No answer within the deadline.
    pub const TIMEOUT: Code = Code::new("NET-TIMEOUT");
    /// The connection broke after the request began to leave.
    pub const BROKEN: Code = Code::new("NET-BROKEN");
    /// The answer is larger than any honest one.
    pub const TOO_LARGE: Code = Code::new("NET-TOO-LARGE");
    /// The address is one this server must not speak to.
    pub const FORBIDDEN: Code = Code::new("NET-FORBIDDEN");
    /// The account's own request budget asks to wait.
    pub const BUDGET: Code = Code::new("NET-BUDGET");
}

/// An exchange that brought no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", kind.words(target))]
pub struct TransportError {
    /// What went wrong.
    pub kind: TransportKind,
    /// What the request was to do.
    pub effect: Effect,
    /// Whom it was for: host and port, no secrets.
    pub target: String,
    /// The network's own words, without the address.
    pub detail: String,
}

/// The ways in which an exchange fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransportKind {
    /// Not sent at all.
    NotSent,
    /// Perhaps sent; no answer in time.
    TimedOut,
    /// Perhaps sent; the connection broke.
    Broken,
    /// Sent; the answer exceeds the cap.
    TooLarge,
    /// Refused by the egress guard, not sent.
    Forbidden,
}

impl TransportKind {
    fn words(self, target: &str) -> String {
        match self {
            Self::NotSent => format!("Не удалось соединиться с {target}"),
            Self::TimedOut => format!("{target} не ответил вовремя"),
            Self::Broken => format!("Связь с {target} оборвалась, ответ не получен"),
            Self::TooLarge => format!("{target} прислал слишком большой ответ"),
            Self::Forbidden => format!("Обращаться к {target} запрещено"),
        }
    }
}

impl TransportError {
    /// What may be done after it.
    pub fn class(&self) -> Class {
        match (self.kind, self.effect) {
            (TransportKind::Forbidden, _) | (TransportKind::TooLarge, Effect::Read) => {
                Class::Permanent
            }
            (TransportKind::NotSent, _) | (_, Effect::Read) => Class::Retry,
            (_, Effect::Write) => Class::Unknown,
        }
    }
}

impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        let code = match error.kind {
            TransportKind::NotSent => codes::CONNECT,
            TransportKind::TimedOut => codes::TIMEOUT,
            TransportKind::Broken => codes::BROKEN,
            TransportKind::TooLarge => codes::TOO_LARGE,
            TransportKind::Forbidden => codes::FORBIDDEN,
        };
        Self::new(error.class(), code, error.to_string())
    }
}
